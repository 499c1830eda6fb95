import { useTexts } from '../../i18n/use-texts.ts'
import { NamedText } from '../../ui/named-text.tsx'
import { ActForm } from '../act-form.tsx'
import type { CircleFrame } from '../circle-frame.tsx'
import { lapseDays } from './trainer-rules.ts'

/** A proposal of another trainer as members see it. */
export interface ProposalView {
  name: string
  /** So many agree, of so many who decide. */
  agreed: number
  of: number
  /** Whether the person who looks agrees. */
  isAgreed: boolean
  /** The day on which it takes effect, in words. */
  on: string
}

/**
 * Says that another trainer is proposed. Members agree or no longer do; a trainer says "I am still
 * here".
 */
export function ProposalNotice({
  proposal,
  frame,
}: {
  proposal: ProposalView
  frame: CircleFrame
}) {
  const { t } = useTexts()
  const { name, agreed, of, isAgreed, on } = proposal
  return (
    <section className="notice">
      <p>
        <NamedText
          name={name}
          say={(marked) =>
            t('circles:proposed', { name: marked, count: agreed, of, day: on, days: lapseDays })
          }
        />
      </p>
      {frame.isTrainer ? (
        <ActForm to={frame.address} intent="still-here">
          {t('circles:stillHere')}
        </ActForm>
      ) : (
        <ActForm to={frame.address} intent={isAgreed ? 'withdraw-agreement' : 'agree'}>
          {t(isAgreed ? 'circles:withdrawAgreement' : 'circles:agree')}
        </ActForm>
      )}
    </section>
  )
}
