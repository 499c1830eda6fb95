import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { refusalText } from '../circles/act-by-form.server.ts'
import { EnterButton, NotSavedYet } from '../circles/act-form.tsx'
import { changeCircle } from '../circles/change-circle.server.ts'
import { seated } from '../circles/circle.ts'
import { CirclePage } from '../circles/circle-frame.tsx'
import { doneText, textOfDone } from '../circles/done-texts.ts'
import { newInnerId } from '../circles/ids.server.ts'
import { partOf, saveOne, withButton } from '../circles/page-form.ts'
import {
  changedPeopleParts,
  peopleEvent,
  readPeopleForm,
  withoutPeoplePart,
} from '../circles/people/people-form.ts'
import { PeopleForms, WhoLeft } from '../circles/people/people-forms.tsx'
import { SeatActions } from '../circles/people/seat-actions.tsx'
import { showPeople } from '../circles/people/show-people.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import { formatDay } from '../i18n/format-day.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { PostForm } from '../ui/form.tsx'
import { Name, NamedText } from '../ui/named-text.tsx'
import { pageTitle } from '../ui/page-title.ts'

/**
 * Who sits in the circle. A member sees names and who leads; a trainer also what can be done about
 * the list.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { circle, seat, language, t, frame } = await requireCircle({ request, params, context })
  const done = doneText(request.url)
  return {
    title: t('circles:people'),
    frame,
    done: done && t(done),
    own: {
      id: seat.id,
      name: seat.name,
      isLastTrainer: seat.isTrainer && seated(circle).filter((one) => one.isTrainer).length === 1,
    },
    ...showPeople(circle, seat, (day) => formatDay(day, language.tag)),
    isClosed: circle.closedOn !== null,
    newSeat: newInnerId(),
  }
}

/**
 * Does what one of the page's buttons says. What else is typed on the page, or was typed in vain,
 * stays there.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, circle, seat, learnerId, clock, t, frame } = await requireCircle({
    request,
    params,
    context,
  })
  const sent = readPeopleForm(await readForm(request))
  if (!sent) throw httpError(400)
  const form = withButton(sent, changedPeopleParts(sent, circle, seat))
  const refuse = (text: string) => {
    const unsaved = { typed: form.typed, parts: changedPeopleParts(form, circle, seat) }
    return data({ problem: { part: partOf(form), text }, unsaved, done: null }, { status: 400 })
  }
  if (form.intent === saveOne) return refuse(t('meetings:chooseButton'))
  if (form.intent === 'merge-seats' && !(form.typed.merged && form.typed.into))
    return refuse(t('circles:chooseTwoNames'))
  const event = peopleEvent(form, seat.id)
  if (!event) throw httpError(400)
  const outcome = await changeCircle({ circleId: id, learnerId, event, clock })
  if (outcome.kind === 'not-found') throw httpError(404)
  if (outcome.kind === 'refused') {
    // Somebody who may not do it gets the "not found" page, as if there were no such button.
    if (outcome.reason === 'circles:refused.trainersOnly') throw httpError(404)
    return refuse(refusalText(outcome, t))
  }
  const left = withoutPeoplePart(form, seat.id)
  const parts = changedPeopleParts(left, outcome.circle, seat)
  if (parts.length > 0)
    return {
      problem: null,
      unsaved: { typed: left.typed, parts },
      done: t(textOfDone(form.intent)),
    }
  throw seeOther(`${frame.address}/people?done=${form.intent}`)
}

export const headers = privateHeaders

export default function People() {
  const { t } = useTexts()
  const shown = useLoaderData<typeof loader>()
  const after = useActionData<typeof action>()
  const { title, frame, own, people, words, newSeat, left } = shown
  // What somebody typed before the circle was closed stays, with why it is not stored.
  const isClosed = shown.isClosed && !after
  const typed: Record<string, string> = after?.unsaved.typed ?? {}
  const fieldParts = [
    'add-seat',
    'merge-seats',
    ...people.map((person) => `rename-seat:${person.id}`),
  ]
  const problemOf = (part: string) =>
    after?.problem?.part === part ? after.problem.text : undefined
  const isOfPage = after?.problem && !fieldParts.includes(after.problem.part)
  const nameOfPart = (part: string) => {
    if (part === 'add-seat') return t('circles:addTitle')
    if (part === 'merge-seats') return t('circles:mergeTitle')
    const person = people.find((one) => part === `rename-seat:${one.id}`)
    return person && !person.isOwn ? (
      <NamedText key={part} name={person.name} say={(name) => t('circles:nameOf', { name })} />
    ) : (
      t('circles:renameTitle')
    )
  }
  return (
    <CirclePage
      frame={frame}
      title={title}
      done={after ? after.done : shown.done}
      problem={isOfPage ? after?.problem?.text : null}
    >
      <PostForm action={`${frame.address}/people`}>
        <EnterButton />
        <NotSavedYet parts={(after?.unsaved.parts ?? []).map(nameOfPart)} />
        <ul className="found">
          {people.map((person) => (
            <li key={person.id}>
              <b>
                <Name>{person.name}</Name>
              </b>{' '}
              <span className="quiet">
                {[
                  person.isOwn && t('circles:you'),
                  person.isTrainer && t('circles:trainer'),
                  !person.hasAccount && t('circles:noAccount'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {!isClosed && (
                <SeatActions
                  person={person}
                  isTrainer={frame.isTrainer}
                  isLastTrainer={own.isLastTrainer}
                  typed={typed[`name-${person.id}`]}
                  problem={problemOf(`rename-seat:${person.id}`)}
                />
              )}
            </li>
          ))}
        </ul>
        {!isClosed && (
          <PeopleForms
            {...{ own, people, words, newSeat, typed, problemOf }}
            isTrainer={frame.isTrainer}
          />
        )}
        {frame.isTrainer && left.length > 0 && <WhoLeft left={left} isClosed={isClosed} />}
      </PostForm>
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
