import { useTexts } from '../../i18n/use-texts.ts'
import { Field } from '../../ui/form.tsx'
import { NamedText } from '../../ui/named-text.tsx'
import { ActButton } from '../act-form.tsx'
import type { PersonView } from './show-people.ts'

/**
 * What somebody can do about a person on the list: a trainer with all, a member with the question
 * who leads.
 */
export function SeatActions({
  person,
  isTrainer,
  isLastTrainer,
  typed,
  problem,
}: {
  person: PersonView
  isTrainer: boolean
  isLastTrainer: boolean
  /** Another name for the seat that is typed and not saved. */
  typed: string | undefined
  problem: string | undefined
}) {
  const { t } = useTexts()
  const { id, name, isOwn, hasAccount } = person
  const canLead = hasAccount && !person.isTrainer
  if (isOwn && isTrainer && !isLastTrainer)
    return <ActButton intent="step-down">{t('circles:stepDown')}</ActButton>
  if (!isTrainer)
    return canLead ? (
      <details>
        <summary>
          <NamedText
            name={name}
            say={(marked) => t(isOwn ? 'circles:proposeSelf' : 'circles:propose', { name: marked })}
          />
        </summary>
        <p>{t('circles:proposeIntro')}</p>
        <ActButton intent="propose-trainer" item={id}>
          <NamedText
            name={name}
            say={(marked) => t(isOwn ? 'circles:proposeSelf' : 'circles:propose', { name: marked })}
          />
        </ActButton>
      </details>
    ) : null
  if (isOwn || person.isTrainer) return null
  return (
    <details open={typed !== undefined && typed !== name}>
      <summary>
        <NamedText name={name} say={(marked) => t('circles:changeFor', { name: marked })} />
      </summary>
      {!hasAccount && (
        <>
          <Field
            name={`name-${id}`}
            label={
              <NamedText name={name} say={(marked) => t('circles:nameOf', { name: marked })} />
            }
            seenBy={t('circles:seenByMembers')}
            problem={problem}
            defaultValue={typed ?? name}
          />
          <ActButton intent="rename-seat" item={id}>
            {t('circles:saveName')}
          </ActButton>
        </>
      )}
      {canLead && (
        <>
          <ActButton intent="make-trainer" item={id}>
            <NamedText name={name} say={(marked) => t('circles:makeTrainer', { name: marked })} />
          </ActButton>
          <ActButton intent="hand-over" item={id}>
            <NamedText name={name} say={(marked) => t('circles:handOver', { name: marked })} />
          </ActButton>
        </>
      )}
      <ActButton intent="remove-seat" item={id}>
        <NamedText name={name} say={(marked) => t('circles:removeSeat', { name: marked })} />
      </ActButton>
    </details>
  )
}
