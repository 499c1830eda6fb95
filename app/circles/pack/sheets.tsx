import { formatWeekday } from '../../i18n/format-day.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { RoleLines } from '../meetings/role-lines.tsx'
import { RunSheetView } from '../meetings/run-sheet-view.tsx'
import { ExerciseSteps, useStepWords } from '../meetings/run-step.tsx'
import type {
  RunSheetChapter,
  RunSheetStepView,
  RunSheetViewModel,
} from '../meetings/show-run-sheet.ts'

function useDay({ day }: RunSheetViewModel): string {
  const { i18n } = useTexts()
  return formatWeekday(day, i18n.language)
}

/** The programme of a meeting as its leader has it. */
export function LeaderSheet({ sheet }: { sheet: RunSheetViewModel }) {
  const { t } = useTexts()
  return (
    <div className="run-sheet">
      <p className="kicker">{useDay(sheet)}</p>
      <h1>{t('meetings:runSheetOf', { number: sheet.number })}</h1>
      <RunSheetView sheet={sheet} />
    </div>
  )
}

/**
 * A meeting as those have it who take part: when, what for, in which steps, and what to talk about
 * and to do; without what only helps to lead, and without an answer.
 */
export function ParticipantSheet({ sheet }: { sheet: RunSheetViewModel }) {
  const { t } = useTexts()
  return (
    <>
      <p className="kicker">
        {useDay(sheet)} · {t('circles:packForParticipants')}
      </p>
      <h1>{t('circles:meetingNumber', { number: sheet.number })}</h1>
      <ul className="facts">
        <li>{t('meetings:fromTo', { start: sheet.start, ends: sheet.ends })}</li>
        <li>{t('courses:studyHours', { count: sheet.hours })}</li>
        <RoleLines people={sheet.people} />
      </ul>
      <ol className="plan">
        {sheet.steps.map((step) => (
          <Step
            key={step.from}
            step={step}
            chapter={sheet.chapters.find(({ slug }) => slug === step.chapter)}
          />
        ))}
      </ol>
      {sheet.chapters.map((chapter) => (
        <ChapterForAll key={chapter.slug} chapter={chapter} />
      ))}
    </>
  )
}

function Step({ step, chapter }: { step: RunSheetStepView; chapter?: RunSheetChapter }) {
  const { t } = useTexts()
  const { title } = useStepWords(step)
  return (
    <li lang={chapter?.lang ?? undefined}>
      <p className="plan-step">
        <b>
          {step.at} {title}
        </b>{' '}
        <span className="quiet">{t('courses:minutes', { count: step.minutes })}</span>
      </p>
    </li>
  )
}

function ChapterForAll({ chapter }: { chapter: RunSheetChapter }) {
  const { t } = useTexts()
  const { title, titleLang, lang, aim, materials, summary, talk, exercise, branchTask } = chapter
  return (
    <section lang={lang ?? undefined}>
      <h2 lang={titleLang ?? undefined}>{title}</h2>
      <p>
        {aim} {materials && <span className="quiet">{t('meetings:bring', { materials })}</span>}
      </p>
      <p>{summary}</p>
      {talk.length > 0 && (
        <>
          <h3>{t('courses:talkAboutIt')}</h3>
          <ol>
            {talk.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
        </>
      )}
      {exercise && (
        <>
          <h3>{exercise.title}</h3>
          <ExerciseSteps exercise={exercise} />
        </>
      )}
      {branchTask && (
        <>
          <h3>{t('meetings:branchTask', { title: branchTask.title })}</h3>
          <p>{branchTask.text}</p>
        </>
      )}
    </section>
  )
}
