import { useTexts } from '../../i18n/use-texts.ts'
import { PostForm } from '../../ui/form.tsx'
import { ActForm } from '../act-form.tsx'
import type { PersonView } from './show-people.ts'

/** What somebody can do about a person on the list: a trainer with all, a member with the question who leads. */
export function SeatActions({
  person,
  page,
  isTrainer,
  isLastTrainer,
}: {
  person: PersonView
  page: string
  isTrainer: boolean
  isLastTrainer: boolean
}) {
  const { t } = useTexts()
  const { id, name, isOwn, hasAccount } = person
  const canLead = hasAccount && !person.isTrainer
  if (isOwn && isTrainer && !isLastTrainer)
    return (
      <ActForm to={page} intent="step-down">
        {t('circles:stepDown')}
      </ActForm>
    )
  if (!isTrainer)
    return canLead ? (
      <details>
        <summary>{t(isOwn ? 'circles:proposeSelf' : 'circles:propose', { name })}</summary>
        <p>{t('circles:proposeIntro')}</p>
        <ActForm to={page} intent="propose-trainer" fields={{ seat: id }}>
          {t(isOwn ? 'circles:proposeSelf' : 'circles:propose', { name })}
        </ActForm>
      </details>
    ) : null
  if (isOwn || person.isTrainer) return null
  return (
    <details>
      <summary>{t('circles:changeFor', { name })}</summary>
      {!hasAccount && (
        <PostForm action={page}>
          <input type="hidden" name="intent" value="rename-seat" />
          <input type="hidden" name="seat" value={id} />
          <div className="field">
            <label htmlFor={`name-${id}`}>{t('circles:nameOf', { name })}</label>
            <input id={`name-${id}`} name="name" defaultValue={name} autoComplete="off" required aria-describedby={`seen-${id}`} />
            <p className="seen-by" id={`seen-${id}`}>
              {t('circles:seenByMembers')}
            </p>
          </div>
          <button type="submit" className="plain">
            {t('circles:saveName')}
          </button>
        </PostForm>
      )}
      {canLead && (
        <>
          <ActForm to={page} intent="make-trainer" fields={{ seat: id }}>
            {t('circles:makeTrainer', { name })}
          </ActForm>
          <ActForm to={page} intent="hand-over" fields={{ seat: id }}>
            {t('circles:handOver', { name })}
          </ActForm>
        </>
      )}
      <ActForm to={page} intent="remove-seat" fields={{ seat: id }}>
        {t('circles:removeSeat', { name })}
      </ActForm>
    </details>
  )
}
