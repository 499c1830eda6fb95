import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { i18nFor } from './i18n/i18n.ts'
import { languageOf } from './i18n/request-language.server.ts'
import { log } from './platform/log.server.ts'
import { AssetsContext } from './ui/page-assets.tsx'

export { environment } from './platform/environment.server.ts'
export { log } from './platform/log.server.ts'
export { prepareFiles } from './platform/private-files.server.ts'
export { serveForPrimary } from './platform/workers/worker.server.ts'
export { checkProofKey } from './progress/proofs/proof-key.server.ts'
export { createServer } from './server/create-server.ts'
export { buildForSite } from './server/site-courses.server.ts'
export { serveWithWorkers } from './server/workers.server.ts'

/**
 * Renders a page whole, in the language of its address. No page hydrates (docs/decisions/005): it
 * is plain markup, and what was loaded is not sent along with it.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { assets }: AppLoadContext,
): Response {
  const language = languageOf(
    new URL(request.url).pathname,
    request.headers.get('Accept-Language') ?? undefined,
  )
  void context.serverHandoffStream?.cancel()
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>
      <AssetsContext.Provider value={assets}>
        <RemixServer context={{ ...context, serverHandoffStream: undefined }} url={request.url} />
      </AssetsContext.Provider>
    </I18nextProvider>,
  )
  headers.set('Content-Type', 'text/html; charset=utf-8')
  return new Response(`<!doctype html>${html}`, { status, headers })
}

/** Notes an error that no page expected. Never the address or what was sent (SAFETY P4). */
export function handleError(error: unknown, { context }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (error instanceof Response || (error as { status?: number } | null)?.status) return
  context.noteFailure(error)
  log.error({ error }, 'a page failed')
}
