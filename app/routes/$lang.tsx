import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData } from '@remix-run/react'
import { requireLanguage, siteLanguages } from '../i18n/request-language.server.ts'
import { environment } from '../platform/environment.server.ts'
import { PageShell } from '../ui/page-shell.tsx'

/** The frame of every page in a language. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { pathname, search } = new URL(request.url)
  const rest = pathname.slice(language.tag.length + 1) + search
  const learner = await context.learner()
  return {
    siteName: environment.SITE_NAME,
    learner: learner?.pseudonym ?? null,
    languages: siteLanguages.filter((other) => other !== language).map(({ tag, name }) => ({ tag, name, address: `/${tag}${rest}` })),
  }
}

export default function InLanguage() {
  const data = useLoaderData<typeof loader>()
  return (
    <PageShell {...data}>
      <Outlet />
    </PageShell>
  )
}
