import { z } from 'zod'
import type { Clock } from '../../platform/clock.ts'
import { checkForm } from '../../platform/form.server.ts'
import { changeCircle } from '../change-circle.server.ts'
import { newJoinCode } from '../ids.server.ts'

const schema = z.object({ intent: z.literal('renew-code') })

/**
 * Gives the circle another code, so that the old one opens nothing any more. False for somebody who
 * may not, or whose circle has finished.
 */
export async function renewCode(options: {
  fields: URLSearchParams
  circleId: string
  learnerId: string
  clock: Clock
}): Promise<boolean> {
  const { fields, circleId, learnerId, clock } = options
  checkForm(fields, schema)
  const outcome = await changeCircle({
    circleId,
    learnerId,
    event: { kind: 'renew-code', code: newJoinCode() },
    clock,
  })
  return outcome.kind === 'done'
}
