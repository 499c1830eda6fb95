import { Figures } from '../../courses/view/picture.tsx'
import { useTexts } from '../../i18n/use-texts.ts'
import { Name, NamedText } from '../../ui/named-text.tsx'
import { RoleLines } from './role-lines.tsx'
import { StepMaterial, StepTimer, useStepWords } from './run-step.tsx'
import type { RunSheetChapter, RunSheetStepView, RunSheetViewModel } from './show-run-sheet.ts'

/** The whole run sheet, to read on a phone or on paper. */
export function RunSheetView({ sheet }: { sheet: RunSheetViewModel }) {
  const { t } = useTexts()
  return (
    <>
      <ul className="facts">
        <li>{t('meetings:fromTo', { start: sheet.start, ends: sheet.ends })}</li>
        <li>{t('courses:studyHours', { count: sheet.hours })}</li>
        <RoleLines people={sheet.people} />
      </ul>
      {sheet.chapters.map(({ slug, aim, materials, lang }) => (
        <p key={slug} lang={lang ?? undefined}>
          {aim} {materials && <span className="quiet">{t('meetings:bring', { materials })}</span>}
        </p>
      ))}
      {sheet.openTasks.length > 0 && (
        <>
          <h2>{t('meetings:openTasks')}</h2>
          <ul>
            {sheet.openTasks.map(({ id, text, name }) => (
              <li key={id}>
                {name ? (
                  <NamedText name={name} say={(who) => t('meetings:taskOf', { name: who, text })} />
                ) : (
                  text
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Figures symbols={sheet.figures} />
      <h2>{t('meetings:steps')}</h2>
      <ol className="plan">
        {sheet.steps.map((step) => (
          <Step key={step.from} step={step} sheet={sheet} />
        ))}
      </ol>
      <p className="quiet">{t('meetings:breaksNotCounted')}</p>
      {sheet.leftOut.length > 0 && (
        <>
          <h2>{t('meetings:leftOut')}</h2>
          <p>{t('meetings:leftOutText')}</p>
          <ul>
            {sheet.leftOut.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
      {sheet.chapters.map((chapter) => (
        <ChapterHelp key={chapter.slug} chapter={chapter} />
      ))}
    </>
  )
}

function Step({ step, sheet }: { step: RunSheetStepView; sheet: RunSheetViewModel }) {
  const { t } = useTexts()
  const { title, how } = useStepWords(step)
  const chapter = sheet.chapters.find(({ slug }) => slug === step.chapter)
  const other = step.leader === sheet.people.leads ? null : step.leader
  return (
    <li lang={chapter?.lang ?? undefined}>
      <p className="plan-step">
        <b>
          {step.at} {title}
        </b>{' '}
        <span className="quiet">
          {other && (
            <>
              <Name>{other}</Name> ·{' '}
            </>
          )}
          {t('courses:minutes', { count: step.minutes })}
        </span>
      </p>
      <p>{how}</p>
      <StepMaterial step={step} sheet={sheet} onWall={false} />
      <StepTimer minutes={step.minutes} />
    </li>
  )
}

function ChapterHelp({ chapter }: { chapter: RunSheetChapter }) {
  const { t } = useTexts()
  return (
    <section lang={chapter.lang ?? undefined}>
      <h2 lang={chapter.titleLang ?? undefined}>{chapter.title}</h2>
      <h3>{t('courses:talkAboutIt')}</h3>
      <ol>
        {chapter.talk.map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ol>
      {chapter.goesWrong.length > 0 && (
        <>
          <h3>{t('courses:guideGoesWrong')}</h3>
          <dl className="goes-wrong">
            {chapter.goesWrong.map(({ sign, help }) => (
              <div key={sign}>
                <dt>{sign}</dt>
                <dd>{help}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  )
}
