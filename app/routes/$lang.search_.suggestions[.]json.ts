import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { listSuggestions } from '../reading/search/suggestions.ts'

/**
 * What a box for search suggests while one types. The same for everybody, so that nothing of what is
 * typed need be sent; no browser keeps it (docs/decisions/068).
 */
export function loader({ params, context }: LoaderFunctionArgs) {
  const suggestions = listSuggestions(context.catalogue, requireLanguage(params.lang))
  return new Response(JSON.stringify(suggestions), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
}
