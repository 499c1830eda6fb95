import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { actByForm } from '../circles/act-by-form.server.ts'
import { ActForm } from '../circles/act-form.tsx'
import { seated } from '../circles/circle.ts'
import { CirclePage } from '../circles/circle-frame.tsx'
import { doneText } from '../circles/done-texts.ts'
import type { FormIntent } from '../circles/event-forms.ts'
import { newInnerId } from '../circles/ids.server.ts'
import { SeatActions } from '../circles/people/seat-actions.tsx'
import { showPeople } from '../circles/people/show-people.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import { dayInWords } from '../i18n/day-in-words.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { readForm } from '../platform/form.server.ts'
import { seeOther } from '../platform/http-errors.ts'
import { Field, ListField, PostForm, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const offered = [
  'add-seat',
  'rename-seat',
  'remove-seat',
  'restore-seat',
  'merge-seats',
  'make-trainer',
  'hand-over',
  'step-down',
  'propose-trainer',
] as const satisfies FormIntent[]

/** Who sits in the circle. A member sees names and who leads; a trainer also what can be done about the list. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const t = translate(language)
  const { learnerId } = await requireLearner({ request, context })
  const { id, circle, seat } = await requireCircle({ circleId: params.circle, learnerId, clock: context.clock })
  const done = doneText(request.url)
  return {
    title: t('circles:people'),
    frame: { name: circle.name, address: `/${language.tag}/circles/${id}`, isTrainer: seat.isTrainer },
    done: done && t(done),
    own: { id: seat.id, name: seat.name, isLastTrainer: seat.isTrainer && seated(circle).filter((one) => one.isTrainer).length === 1 },
    ...showPeople(circle, seat, (day) => dayInWords(day, language)),
    isClosed: circle.closedOn !== null,
    newSeat: newInnerId(),
  }
}

/** Does what one of the page's forms says. What was typed in vain is not lost. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const { id } = await requireCircle({ circleId: params.circle, learnerId, clock: context.clock })
  const fields = await readForm(request)
  const outcome = await actByForm({ fields, offered, circleId: id, learnerId, clock: context.clock, t: translate(language) })
  if (outcome.kind === 'done') throw seeOther(`/${language.tag}/circles/${id}/people?done=${outcome.intent}`)
  return data({ intent: outcome.intent, problem: outcome.problem, typed: outcome.typed.added ?? outcome.typed.name ?? '' }, { status: 400 })
}

export const headers = privateHeaders

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
type Tried = ReturnType<typeof useActionData<typeof action>>

/** The forms with something to fill in: one's own name, one more person, two names that are one person. */
function PeopleForms({ shown, tried }: { shown: Shown; tried: Tried }) {
  const { t } = useTexts()
  const { frame, own, words, people, newSeat } = shown
  const page = `${frame.address}/people`
  // Nobody is chosen beforehand: a press too many would unite two who are not one.
  const choiceOf = (those: { id: string; name: string }[]) => [
    { value: '', label: t('circles:chooseName') },
    ...those.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const problemOf = (intent: FormIntent) => (tried?.intent === intent ? tried.problem : undefined)
  return (
    <>
      <h2>{t('circles:renameTitle')}</h2>
      <PostForm action={page}>
        <input type="hidden" name="intent" value="rename-seat" />
        <input type="hidden" name="seat" value={own.id} />
        <Field
          name="name"
          label={t('circles:ownName')}
          seenBy={t('circles:seenByMembers')}
          problem={problemOf('rename-seat')}
          defaultValue={tried?.intent === 'rename-seat' ? tried.typed : own.name}
          required
        />
        <SubmitButton plain>{t('circles:saveName')}</SubmitButton>
      </PostForm>
      {frame.isTrainer && (
        <>
          <h2>{t('circles:addTitle')}</h2>
          <p>{t('circles:addIntro')}</p>
          <PostForm action={page}>
            <input type="hidden" name="intent" value="add-seat" />
            <input type="hidden" name="seat" value={newSeat} />
            <Field
              name="added"
              label={t('circles:addedName')}
              hint={t('circles:addedNameHint')}
              seenBy={t('circles:seenByMembers')}
              problem={problemOf('add-seat')}
              defaultValue={tried?.intent === 'add-seat' ? tried.typed : ''}
              required
            />
            <SubmitButton>{t('circles:add')}</SubmitButton>
          </PostForm>
        </>
      )}
      {frame.isTrainer && words.length > 0 && people.some(({ hasAccount, isOwn }) => hasAccount && !isOwn) && (
        <>
          <h2>{t('circles:mergeTitle')}</h2>
          <p>{t('circles:mergeIntro')}</p>
          <PostForm action={page}>
            <input type="hidden" name="intent" value="merge-seats" />
            <ListField name="seat" label={t('circles:mergeWord')} seenBy={t('circles:seenByTrainers')} options={choiceOf(words)} required />
            <ListField
              name="into"
              label={t('circles:mergeInto')}
              seenBy={t('circles:seenByTrainers')}
              options={choiceOf(people.filter(({ hasAccount }) => hasAccount))}
              required
            />
            <SubmitButton plain>{t('circles:merge')}</SubmitButton>
          </PostForm>
        </>
      )}
    </>
  )
}

export default function People() {
  const { t } = useTexts()
  const shown = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  const { title, frame, done, own, people, left, isClosed } = shown
  const page = `${frame.address}/people`
  const hasForm = tried && ['rename-seat', 'add-seat'].includes(tried.intent)
  return (
    <CirclePage frame={frame} title={title} done={done} problem={hasForm ? null : tried?.problem}>
      <ul className="found">
        {people.map((person) => (
          <li key={person.id}>
            <b>{person.name}</b>{' '}
            <span className="quiet">
              {[person.isOwn && t('circles:you'), person.isTrainer && t('circles:trainer'), !person.hasAccount && t('circles:noAccount')]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {!isClosed && <SeatActions person={person} page={page} isTrainer={frame.isTrainer} isLastTrainer={own.isLastTrainer} />}
          </li>
        ))}
      </ul>
      {!isClosed && <PeopleForms shown={shown} tried={tried} />}
      {frame.isTrainer && left.length > 0 && (
        <>
          <h2>{t('circles:leftTitle')}</h2>
          <p>{t('circles:leftIntro')}</p>
          <ul className="found">
            {left.map(({ id, name, day, canReturn }) => (
              <li key={id} className="act-row">
                <div>
                  {name || t('circles:nameless')} <p className="quiet">{t('circles:leftOn', { day })}</p>
                </div>
                {canReturn && !isClosed && (
                  <ActForm to={page} intent="restore-seat" fields={{ seat: id }}>
                    {t('circles:restoreSeat', { name })}
                  </ActForm>
                )}
              </li>
            ))}
          </ul>
          <p className="quiet">{t('circles:renewAfterRemoval')}</p>
        </>
      )}
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageTitle(matches, data?.title ?? '')
