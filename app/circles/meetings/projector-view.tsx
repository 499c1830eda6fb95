import { Figures } from '../../courses/view/picture.tsx'
import { useTexts } from '../../i18n/use-texts.ts'
import { Name } from '../../ui/named-text.tsx'
import { StepMaterial, StepTimer, useStepWords } from './run-step.tsx'
import type { RunSheetStepView, RunSheetViewModel } from './show-run-sheet.ts'

/**
 * The run sheet on a wall: one step fills the screen, in large letters, and leads to the next. All
 * steps are there at once, so a lost line stops nothing.
 */
export function ProjectorView({ sheet }: { sheet: RunSheetViewModel }) {
  return (
    <>
      <Figures symbols={sheet.figures} />
      {sheet.steps.map((step, index) => (
        <Slide key={step.from} step={step} number={index + 1} sheet={sheet} />
      ))}
    </>
  )
}

function Slide({
  step,
  number,
  sheet,
}: {
  step: RunSheetStepView
  number: number
  sheet: RunSheetViewModel
}) {
  const { t } = useTexts()
  const { title } = useStepWords(step)
  const chapter = sheet.chapters.find(({ slug }) => slug === step.chapter)
  return (
    <section
      className="slide"
      id={`step-${number}`}
      lang={chapter?.lang ?? undefined}
      aria-labelledby={`title-${number}`}
    >
      <p className="quiet">
        {step.at} · {t('courses:minutes', { count: step.minutes })}
        {step.leader && (
          <>
            {' · '}
            <Name>{step.leader}</Name>
          </>
        )}
      </p>
      <h2 id={`title-${number}`}>{title}</h2>
      {step.kind === 'talk' && chapter === undefined && <p>{t('meetings:how.talk')}</p>}
      <StepMaterial step={step} sheet={sheet} onWall />
      <StepTimer minutes={step.minutes} />
      <p className="actions">
        {number > 1 && (
          <a className="button plain" href={`#step-${number - 1}`}>
            {t('meetings:stepBefore')}
          </a>
        )}
        {number < sheet.steps.length && (
          <a className="button" href={`#step-${number + 1}`}>
            {t('meetings:stepAfter')}
          </a>
        )}
      </p>
    </section>
  )
}
