import { useTexts } from '../../i18n/use-texts.ts'
import { Name } from '../../ui/named-text.tsx'
import { ActForm } from '../act-form.tsx'
import type { CircleFrame } from '../circle-frame.tsx'
import type { NoteView, TaskView } from '../show-circle.ts'

/**
 * What the group has decided, and what there is to do, over all its meetings. Every member can say
 * that a task is done, until the circle has finished.
 */
export function NoteLists({
  decisions,
  tasks,
  frame,
  isClosed,
}: {
  decisions: NoteView[]
  tasks: TaskView[]
  frame: CircleFrame
  isClosed: boolean
}) {
  const { t } = useTexts()
  return (
    <>
      <h2>{t('circles:decisions')}</h2>
      {decisions.length === 0 && <p className="quiet">{t('circles:noDecisions')}</p>}
      <ul>
        {decisions.map(({ id, text, dayInWords }) => (
          <li key={id}>
            {text} <span className="quiet">{dayInWords}</span>
          </li>
        ))}
      </ul>
      <h2>{t('circles:tasks')}</h2>
      {tasks.length === 0 && <p className="quiet">{t('circles:noTasks')}</p>}
      <ul className="found">
        {tasks.map(({ id, meeting, text, who, isDone, dayInWords }) => (
          <li key={id} className="act-row">
            <div>
              {isDone ? <s>{text}</s> : text}
              <p className="quiet">
                {who && (
                  <>
                    <Name>{who}</Name> ·{' '}
                  </>
                )}
                {[dayInWords, isDone && t('circles:taskDone')].filter(Boolean).join(' · ')}
              </p>
            </div>
            {!isClosed && (
              <ActForm
                to={frame.address}
                intent={isDone ? 'reopen-task' : 'finish-task'}
                fields={{ meeting, task: id }}
              >
                {t(isDone ? 'circles:reopenTask' : 'circles:finishTask')}{' '}
                <span className="unseen">{text}</span>
              </ActForm>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
