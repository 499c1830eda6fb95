import { linkedSeat } from './circle.ts'
import { findCircle } from './circle-store.server.ts'
import { seatsOf } from './people/member-store.server.ts'
import { textsNaming } from './people/names-in-texts.ts'

/**
 * What the circles hold of somebody, column by column, each column's name a key of the interface's
 * texts.
 */
export const seatColumns = {
  circle: 'circles:export.circle',
  name: 'circles:export.name',
  isTrainer: 'circles:export.isTrainer',
  joinedOn: 'circles:export.joinedOn',
  sharesProgress: 'circles:export.sharesProgress',
  chaptersRead: 'circles:export.chaptersRead',
  meetings: 'circles:export.meetings',
  roles: 'circles:export.roles',
  tasks: 'circles:export.tasks',
  named: 'circles:export.named',
} as const

/** One seat of somebody, with all that stands about it in the circle. */
export type ExportedSeat = Record<keyof typeof seatColumns, string | boolean | null>

const listed = (texts: string[]) => (texts.length > 0 ? texts.join('; ') : null)

/**
 * Everything that the circles hold of somebody: their seats, what they told, where they were, what
 * they shall do, and what is said of them by name. Nothing of anyone else.
 */
export async function exportSeats(learnerId: string): Promise<ExportedSeat[]> {
  const seats = await seatsOf(learnerId)
  const rows = await Promise.all(
    seats.map(async ({ circleId, ...link }): Promise<ExportedSeat[]> => {
      const circle = (await findCircle(circleId))?.circle
      const seat = circle && linkedSeat(circle, link)
      if (!seat) return []
      const { meetings } = circle
      return [
        {
          circle: circle.name,
          name: seat.name,
          isTrainer: seat.isTrainer,
          joinedOn: seat.joinedOn,
          sharesProgress: seat.sharesProgress,
          chaptersRead: listed(seat.chaptersRead),
          meetings: listed(
            meetings.filter(({ present }) => present.includes(seat.id)).map(({ day }) => day),
          ),
          roles: listed(
            meetings
              .filter(({ roles }) => Object.values(roles).includes(seat.id))
              .map(({ day }) => day),
          ),
          tasks: listed(
            meetings.flatMap(({ tasks }) =>
              tasks.filter((task) => task.seat === seat.id).map(({ text }) => text),
            ),
          ),
          named: listed(textsNaming(circle, seat.name)),
        },
      ]
    }),
  )
  return rows.flat()
}
