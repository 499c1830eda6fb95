import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountProblems, PassphraseField } from '../accounts/account-fields.tsx'
import { typedPassphrase } from '../accounts/passphrases/passphrase.ts'
import { passphraseRefusal } from '../accounts/passphrases/passphrase-refusal.ts'
import { problemTexts } from '../accounts/problem-texts.ts'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { commentsOf } from '../comments/comment-store.server.ts'
import { ErasingChoice } from '../comments/erasing-choice.tsx'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { copiesText } from '../personal-data/copies-text.server.ts'
import { erasePerson } from '../personal-data/erase-person.server.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/http-errors.ts'
import { clearStorage } from '../safety/clear-site-data.ts'
import { PostForm, SubmitButton } from '../ui/form.tsx'
import { NamedText } from '../ui/named-text.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({
  passphrase: typedPassphrase,
  published: z.enum(['remove', 'keep-without-name']).default('remove'),
})

/** Says what would go, before anything does. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId, pseudonym } = await requireLearner({ request, context })
  const published = (await commentsOf(learnerId)).filter(
    ({ state }) => state === 'published',
  ).length
  const title = translate(language)('accounts:erase')
  return { title, lang: language.tag, pseudonym, published, copies: copiesText() }
}

/** Erases the learner at once, and goes to a page that needs no account. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId, sessionId } = await requireLearner({ request, context })
  const form = checkForm(await readForm(request), schema)
  if (form.kind === 'bad')
    return data(
      { problems: problemTexts(form.problems, t), chosen: form.typed.published },
      { status: 400 },
    )
  const { passphrase, published } = form.value
  const outcome = await erasePerson({
    learnerId,
    sessionId,
    passphrase,
    choices: { published },
    request,
  })
  if (outcome.kind !== 'erased') {
    const refusal = passphraseRefusal(outcome, t)
    return data({ ...refusal.data, chosen: published }, refusal.init ?? {})
  }
  throw seeOther(
    `/${language.tag}/account/erased${outcome.isOverwritten ? '' : `?file=${outcome.reason}`}`,
    {
      ...clearStorage,
      'Set-Cookie': outcome.cookie,
    },
  )
}

export const headers = privateHeaders

export default function Erase() {
  const { t } = useTexts()
  const { lang, pseudonym, published, copies } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const problems = tried?.problems ?? {}
  return (
    <article className="sheet-page">
      <h1>{t('accounts:erase')}</h1>
      <AccountProblems problems={problems} />
      <p>
        <NamedText name={pseudonym} say={(name) => t('accounts:eraseIntro', { pseudonym: name })} />
      </p>
      <ul>
        <li>{t('accounts:eraseAnswers')}</li>
        <li>{t('accounts:eraseVisits')}</li>
        <li>{t('comments:eraseComments')}</li>
        <li>{t('circles:eraseCircles')}</li>
        <li>{t('accounts:eraseSessions')}</li>
        <li>{t('accounts:eraseAccount')}</li>
      </ul>
      <p>
        <strong>{t('accounts:eraseForGood')}</strong> {t(copies)} {t('questions:countsStay')}
      </p>
      <p>
        <a href={`/${lang}/account/export`}>{t('accounts:exportFirst')}</a>
      </p>
      <PostForm action={`/${lang}/account/erase`}>
        {published > 0 && (
          <ErasingChoice published={published} chosen={tried?.chosen ?? 'remove'} />
        )}
        <PassphraseField problems={problems} label={t('accounts:passphraseNow')} />
        <SubmitButton>{t('accounts:eraseNow')}</SubmitButton>
      </PostForm>
      <p>
        <a href={`/${lang}/account`}>{t('accounts:backToAccount')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
