import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import {
  AccountProblems,
  NewPassphraseField,
  PassphraseField,
} from '../accounts/account-fields.tsx'
import { changePassphrase } from '../accounts/passphrases/change-passphrase.server.ts'
import { newPassphrase, typedPassphrase } from '../accounts/passphrases/passphrase.ts'
import { passphraseRefusal } from '../accounts/passphrases/passphrase-refusal.ts'
import { refuseGuessable } from '../accounts/passphrases/refuse-guessable.server.ts'
import { problemTexts } from '../accounts/problem-texts.ts'
import { countCodes } from '../accounts/recovery/recovery-code-store.server.ts'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { SessionList } from '../accounts/sessions/session-list.tsx'
import {
  endOtherSessions,
  endSessionById,
  listSessions,
  requireLearner,
  type SignedIn,
} from '../accounts/sessions/sessions.server.ts'
import { type Catalogue, titlesOf } from '../courses/model/chapter.ts'
import { formatDay } from '../i18n/format-day.ts'
import { type Translate, translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { erasedOn } from '../personal-data/retention.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { environment } from '../platform/environment.server.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import {
  areAnswersCounted,
  countAnswersOf,
  stopCountingAnswersOf,
} from '../quizzes/analysis/counting-store.server.ts'
import { WipeForm } from '../safety/wipe-form.tsx'
import { PostForm, SubmitButton } from '../ui/form.tsx'
import { NamedText } from '../ui/named-text.tsx'
import { pageTitle } from '../ui/page-title.ts'

const passphraseForm = z.object({
  intent: z.literal('change-passphrase'),
  passphrase: typedPassphrase,
  passphraseNew: newPassphrase,
})
const sessionForm = z.object({ intent: z.literal('end-session'), session: z.string() })
const othersForm = z.object({ intent: z.literal('end-others') })
const countingForm = z.object({ intent: z.enum(['count-answers', 'stop-counting']) })

const roleNames = { moderator: 'accounts:isModerator', host: 'accounts:isHost' } as const

// What a form did, as the address says it after the redirect, and the text that tells it.
const notices = {
  passphrase: 'accounts:passphraseChanged',
  recovered: 'accounts:recovered',
  session: 'accounts:sessionEnded',
  others: 'accounts:othersEnded',
  counted: 'questions:countedFromNow',
  uncounted: 'questions:countedNoMore',
} as const
const noticeNames = Object.keys(notices) as (keyof typeof notices)[]

/** Who is signed in, and where. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const learner = await requireLearner({ request, context })
  const done = new URL(request.url).searchParams.get('done')
  const sessions = await listSessions(learner.learnerId)
  return {
    title: translate(language)('accounts:account'),
    lang: language.tag,
    pseudonym: learner.pseudonym,
    roles: [...learner.roles],
    erasedOn: formatDay(
      erasedOn(dayOf(context.clock.now()), environment.UNUSED_MONTHS),
      language.tag,
    ),
    isCounted: await areAnswersCounted(learner.learnerId),
    codesLeft: await countCodes(learner.learnerId),
    done: noticeNames.find((name) => name === done) ?? null,
    sessions: sessions.map(({ id, ownDevice, startedOn, endsOn }) => ({
      id,
      ownDevice,
      startedOn: formatDay(startedOn, language.tag),
      endsOn: formatDay(endsOn, language.tag),
      isHere: id === learner.sessionId,
    })),
  }
}

/**
 * Changes the passphrase, ends sessions, or lets answers be counted or not, by the form's intent.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const learner = await requireLearner({ request, context })
  const fields = await readForm(request)
  const page = `/${language.tag}/account`
  switch (fields.get('intent')) {
    case 'change-passphrase':
      return change(fields, learner, context.catalogue, translate(language), page)
    case 'end-session': {
      const form = checkForm(fields, sessionForm)
      if (form.kind === 'bad') throw httpError(400)
      if (!(await endSessionById(learner.learnerId, form.value.session))) throw httpError(404)
      throw seeOther(`${page}?done=session`)
    }
    case 'end-others':
      checkForm(fields, othersForm)
      await endOtherSessions(learner)
      throw seeOther(`${page}?done=others`)
    case 'count-answers':
      checkForm(fields, countingForm)
      await countAnswersOf(learner.learnerId)
      throw seeOther(`${page}?done=counted`)
    case 'stop-counting':
      checkForm(fields, countingForm)
      await stopCountingAnswersOf(learner.learnerId)
      throw seeOther(`${page}?done=uncounted`)
    default:
      throw httpError(400)
  }
}

async function change(
  fields: URLSearchParams,
  { learnerId, sessionId, pseudonym, ownDevice }: SignedIn,
  catalogue: Catalogue,
  t: Translate,
  page: string,
) {
  const form = checkForm(
    fields,
    passphraseForm.superRefine(
      refuseGuessable('passphraseNew', { pseudonym, titles: titlesOf(catalogue) }),
    ),
  )
  if (form.kind === 'bad')
    return data({ problems: problemTexts(form.problems, t) }, { status: 400 })
  const { passphrase, passphraseNew } = form.value
  const outcome = await changePassphrase({
    learnerId,
    sessionId,
    passphrase,
    newPassphrase: passphraseNew,
    ownDevice,
  })
  switch (outcome.kind) {
    case 'changed':
      throw seeOther(`${page}?done=passphrase`, { 'Set-Cookie': outcome.cookie })
    default:
      return passphraseRefusal(outcome, t)
  }
}

export const headers = privateHeaders

export default function Account() {
  const { t } = useTexts()
  const { lang, pseudonym, roles, erasedOn, done, sessions, codesLeft, isCounted } =
    useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems ?? {}
  const page = `/${lang}/account`
  return (
    <article className="sheet-page">
      <h1>{t('accounts:account')}</h1>
      {done && (
        <p>
          <output>{t(notices[done])}</output>
        </p>
      )}
      <p>
        <NamedText name={pseudonym} say={(name) => t('accounts:youAre', { pseudonym: name })} />
      </p>
      <p>{t('accounts:erasedUnlessBefore', { day: erasedOn })}</p>
      {roles.map((role) => (
        <p key={role}>
          {t(roleNames[role])}{' '}
          {role === 'moderator' && <a href={`/${lang}/comments`}>{t('comments:moderate')}</a>}
          {role === 'host' && (
            <>
              <a href={`/${lang}/circles/summary`}>{t('meetings:summary')}</a> ·{' '}
              <a href={`/${lang}/host`}>{t('host:title')}</a>
            </>
          )}
        </p>
      ))}
      <p>
        <a href={`/${lang}/sign-out`}>{t('accounts:signOut')}</a>
      </p>

      <h2>{t('accounts:changePassphrase')}</h2>
      <AccountProblems problems={problems} />
      <p>{t('accounts:changePassphraseIntro')}</p>
      <PostForm action={page}>
        <input type="hidden" name="intent" value="change-passphrase" />
        <PassphraseField problems={problems} label={t('accounts:passphraseNow')} />
        <NewPassphraseField
          name="passphraseNew"
          problems={problems}
          label={t('accounts:passphraseNew')}
          hint={t('accounts:passphraseNewHint')}
        />
        <SubmitButton>{t('accounts:changePassphrase')}</SubmitButton>
      </PostForm>

      <h2>{t('accounts:sessions')}</h2>
      <p>{t('accounts:sessionsIntro')}</p>
      <SessionList sessions={sessions} action={page} />

      <h2>{t('accounts:codes')}</h2>
      <p>{t('accounts:codesLeft', { count: codesLeft })}</p>
      <p>
        <a href={`${page}/codes`}>{t('accounts:codesRenew')}</a>
      </p>

      <h2>{t('questions:countingTitle')}</h2>
      <p>{t('questions:countingText')}</p>
      <p>
        <strong>{isCounted ? t('questions:countingIsOn') : t('questions:countingIsOff')}</strong>
      </p>
      <PostForm action={page}>
        <input type="hidden" name="intent" value={isCounted ? 'stop-counting' : 'count-answers'} />
        <SubmitButton plain>
          {isCounted ? t('questions:countingStop') : t('questions:countAnswers')}
        </SubmitButton>
      </PostForm>

      <h2>{t('comments:mine')}</h2>
      <ul>
        <li>
          <a href={`${page}/comments`}>{t('comments:mineSee')}</a>
        </li>
      </ul>

      <h2>{t('accounts:yourData')}</h2>
      <ul>
        <li>
          <a href={`${page}/export`}>{t('accounts:export')}</a>
        </li>
        <li>
          <a href={`${page}/erase`}>{t('accounts:erase')}</a>
        </li>
      </ul>

      <h2>{t('safety:wipe')}</h2>
      <p>{t('safety:wipeText')}</p>
      <WipeForm />
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
