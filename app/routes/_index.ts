import type { LoaderFunctionArgs } from '@remix-run/node'
import { bestLanguage } from '../i18n/languages.ts'
import { siteLanguages } from '../i18n/request-language.server.ts'

/**
 * Sends a reader to the best language by Accept-Language. No cookie is set; the language is in the
 * address from here on.
 */
export function loader({ request }: LoaderFunctionArgs) {
  const { tag } = bestLanguage(request.headers.get('Accept-Language'), siteLanguages)
  return new Response(null, {
    status: 302,
    headers: { Location: `/${tag}`, Vary: 'Accept-Language' },
  })
}
