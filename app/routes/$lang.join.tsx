import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { codeLength } from '../circles/people/join-code.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { normalizeCode } from '../platform/code-format.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { Field, PostForm, Problems, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({ code: z.string().max(200) })

/** Asks for the code of a circle. */
export async function loader({ params }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  return { title: translate(language)('circles:joinWithCode'), address: `/${language.tag}/join` }
}

/** Goes on to the circle's own page for joining, which is also what a printed link leads to. */
export async function action({ request, params }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const form = checkForm(await readForm(request), schema)
  if (form.kind === 'bad') throw httpError(400)
  const code = normalizeCode(form.value.code)
  if (code.length === codeLength) throw seeOther(`/${language.tag}/join/${code}`)
  return data(
    {
      problem: translate(language)('circles:codeLength', { letters: codeLength }),
      typed: form.value.code,
    },
    { status: 400 },
  )
}

export const headers = privateHeaders

export default function Join() {
  const { t } = useTexts()
  const { title, address } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <Problems
        title={t('circles:problemsTitle')}
        items={tried ? [{ name: 'code', text: tried.problem }] : []}
      />
      <p>{t('circles:joinIntro')}</p>
      <PostForm action={address}>
        <Field
          name="code"
          label={t('circles:code')}
          hint={t('circles:codeHint')}
          seenBy={t('circles:codeSeenBy')}
          problem={tried?.problem}
          defaultValue={tried?.typed}
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <SubmitButton>{t('circles:goOn')}</SubmitButton>
      </PostForm>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
