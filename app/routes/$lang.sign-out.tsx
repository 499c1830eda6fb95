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
import { clearStorage } from '../safety/clear-site-data.ts'
import { PostForm, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({})

/** Asks first: a link that signs out could be followed by anything that fetches pages ahead. */
export async function loader({ params }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  return { title: translate(language)('accounts:signOut'), lang: language.tag }
}

/** Ends the session, has the browser drop pages that it keeps, and goes home. */
export async function action({ request, params }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  checkForm(await readForm(request), schema)
  return seeOther(`/${language.tag}`, {
    ...clearStorage,
    'Set-Cookie': await signOut({ request }),
  })
}

export const headers = privateHeaders

export default function SignOut() {
  const { t } = useTexts()
  const { lang } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{t('accounts:signOut')}</h1>
      <p>{t('accounts:signOutIntro')}</p>
      <PostForm action={`/${lang}/sign-out`}>
        <SubmitButton>{t('accounts:signOut')}</SubmitButton>
      </PostForm>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
