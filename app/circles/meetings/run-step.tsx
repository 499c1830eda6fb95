import type { ReactNode } from 'react'
import { Picture } from '../../courses/view/picture.tsx'
import { formatList } from '../../i18n/format-list.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { Name } from '../../ui/named-text.tsx'
import type { RunStep } from './run-sheet.ts'
import type { RunSheetChapter, RunSheetStepView, RunSheetViewModel } from './show-run-sheet.ts'

const ownTitles = {
  welcome: 'meetings:step.welcome',
  'work-plan': 'meetings:step.workPlan',
  remember: 'meetings:step.remember',
  text: 'meetings:step.text',
  talk: 'meetings:step.talk',
  exercise: 'meetings:step.exercise',
  next: 'meetings:step.next',
} as const satisfies Record<RunStep['kind'], string>

const ownHows = {
  welcome: 'meetings:how.welcome',
  'work-plan': 'meetings:how.workPlan',
  remember: 'meetings:how.remember',
  text: 'meetings:how.text',
  talk: 'meetings:how.talk',
  exercise: 'meetings:how.exercise',
  next: 'meetings:how.next',
} as const satisfies Record<RunStep['kind'], string>

/** The words of a step: the guide's, or the sheet's own where the guide has none. */
export function useStepWords(step: RunStep): { title: string; how: string } {
  const { t } = useTexts()
  return {
    title: step.words?.step ?? t(ownTitles[step.kind]),
    how: step.words?.how ?? t(ownHows[step.kind]),
  }
}

/** The exercise of a chapter, to be read aloud. */
export function ExerciseSteps({ exercise }: { exercise: RunSheetChapter['exercise'] }) {
  if (!exercise) return null
  return (
    <>
      <p className="quiet">{exercise.materials}</p>
      <ol>
        {exercise.steps.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </>
  )
}

/**
 * A question for the whole group, each option with a number to show with fingers; what is right
 * stands folded below it.
 */
export function ReadAloud({ question }: { question: RunSheetViewModel['remembered'][number] }) {
  const { t, i18n } = useTexts()
  const right = question.options.flatMap(({ isRight }, index) => (isRight ? String(index + 1) : []))
  const textOf = ({ id, text }: { id: string; text: string }) =>
    text || (id === 'true' ? t('quizzes:true') : t('quizzes:false'))
  return (
    <div className="asked">
      <p>
        <b>{question.prompt}</b> {question.takesSeveral && t('quizzes:severalRight')}{' '}
        <span className="quiet">{question.title}</span>
      </p>
      <ol>
        {question.options.map((option) => (
          <li key={option.id}>{textOf(option)}</li>
        ))}
      </ol>
      <p className="on-paper quiet">
        {t('quizzes:rightAnswer', { answer: formatList(right, i18n.language) })}
      </p>
      <details>
        <summary>{t('meetings:showAnswer')}</summary>
        <ul>
          {question.options.map((option) => (
            <li key={option.id}>
              {option.isRight ? (
                <b>{t('quizzes:rightAnswer', { answer: textOf(option) })}</b>
              ) : (
                textOf(option)
              )}{' '}
              <i>{option.reason}</i>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

const firstTextOf = ({ steps }: RunSheetViewModel, { slug }: RunSheetChapter) =>
  steps.find(({ kind, chapter }) => kind === 'text' && chapter === slug)

/**
 * A chapter at its first step: what it says in short, and its pictures, for those who have no phone
 * to read it on.
 */
function TextAndPictures({ chapter }: { chapter: RunSheetChapter }) {
  return (
    <>
      <p>
        <a
          href={chapter.address}
          lang={chapter.titleLang ?? undefined}
          hrefLang={chapter.lang ?? undefined}
        >
          {chapter.title}
        </a>
        . {chapter.summary}
      </p>
      <div className="pictures">
        {chapter.pictures.map((picture) => (
          <Picture key={picture.alt} picture={picture} />
        ))}
      </div>
    </>
  )
}

/**
 * A chapter's later steps on a wall: what there is to talk about. The whole sheet has these
 * questions in one place.
 */
function TalkOnWall({ chapter }: { chapter: RunSheetChapter }) {
  return (
    <ul>
      {chapter.talk.map((question) => (
        <li key={question}>{question}</li>
      ))}
    </ul>
  )
}

/**
 * What the group works with in a step: questions to remember, the exercise, the task and who leads
 * next.
 */
export function StepMaterial({
  step,
  sheet,
  onWall,
}: {
  step: RunSheetStepView
  sheet: RunSheetViewModel
  onWall: boolean
}) {
  const { t } = useTexts()
  const chapter = sheet.chapters.find(({ slug }) => slug === step.chapter)
  switch (step.kind) {
    case 'remember':
      return sheet.remembered.map((question) => (
        <ReadAloud key={`${question.chapter} ${question.id}`} question={question} />
      ))
    case 'exercise':
      return <ExerciseSteps exercise={chapter?.exercise ?? null} />
    case 'text':
      if (!chapter) return null
      if (step === firstTextOf(sheet, chapter)) return <TextAndPictures chapter={chapter} />
      return onWall ? <TalkOnWall chapter={chapter} /> : null
    case 'next':
      return (
        <>
          {sheet.chapters.map(
            ({ slug, branchTask }) =>
              branchTask && (
                <Lines key={slug} title={t('meetings:branchTask', { title: branchTask.title })}>
                  {branchTask.text}
                </Lines>
              ),
          )}
          {sheet.nextPeople && (
            <Lines title={t('meetings:leadsNext')}>
              {sheet.nextPeople.leads ? (
                <Name>{sheet.nextPeople.leads}</Name>
              ) : (
                t('meetings:nobodyYet')
              )}
            </Lines>
          )}
        </>
      )
    default:
      return null
  }
}

function Lines({ title, children }: { title: string; children: ReactNode }) {
  return (
    <p>
      <b>{title}</b> {children}
    </p>
  )
}

/**
 * Counts a step's minutes down, in silence. It is shown only where a script can do it; the planned
 * times stand there without.
 */
export function StepTimer({ minutes }: { minutes: number }) {
  const { t } = useTexts()
  return (
    <p className="timer" data-minutes={minutes} hidden>
      <button type="button" className="plain">
        {t('meetings:startTimer')}
      </button>{' '}
      <span role="timer" data-words={t('meetings:minutesLeft')} />
    </p>
  )
}
