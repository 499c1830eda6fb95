import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { signOut } from '../accounts/sessions/sign-out.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/http-errors.ts'
import { clearSiteData } from '../safety/clear-site-data.ts'
import { WipeForm } from '../safety/wipe-form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({})

/** Says that it is done only to a browser that is not signed in any more. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const isAsked = new URL(request.url).searchParams.has('done')
  const isDone = isAsked && !(await context.learner())
  return {
    title: translate(requireLanguage(params.lang))(isDone ? 'safety:wiped' : 'safety:wipe'),
    isDone,
  }
}

/** Ends the session and has the browser forget what it holds of this site (SAFETY P7). */
export async function action({ request, params }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  checkForm(await readForm(request), schema)
  return seeOther(`/${language.tag}/wipe?done`, {
    ...clearSiteData,
    'Set-Cookie': await signOut({ request }),
  })
}

export const headers = privateHeaders

export default function Wipe() {
  const { t } = useTexts()
  const { title, isDone } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      {isDone ? (
        <>
          <p>{t('safety:wipedText')}</p>
          <h2>{t('safety:wipedNotTitle')}</h2>
          <p>{t('safety:wipedNotText')}</p>
          <p>{t('safety:wipedHow')}</p>
        </>
      ) : (
        <>
          <p>{t('safety:wipeText')}</p>
          <WipeForm />
        </>
      )}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
