import type { Circle, Proposal, Seat } from './circle.ts'

/** A seat as the first version of the document named its fields. */
type FirstSeat = Omit<Seat, 'mergedFrom' | 'chaptersRead' | 'sharesProgress'> & {
  was: string[]
  told: string[]
  shares: boolean
}

/** The first version of the document; the second one gave five fields plainer names. */
type FirstCircle = Omit<Circle, 'version' | 'seats' | 'proposal'> & {
  version: 1
  seats: FirstSeat[]
  proposal: (Omit<Proposal, 'supporters'> & { agreed: string[] }) | null
}

function fromFirstVersion({ seats, proposal, ...rest }: FirstCircle): Circle {
  return {
    ...rest,
    version: 2,
    seats: seats.map(({ was, told, shares, ...seat }) => ({
      ...seat,
      mergedFrom: was,
      chaptersRead: told,
      sharesProgress: shares,
    })),
    proposal: proposal && {
      seat: proposal.seat,
      on: proposal.on,
      supporters: proposal.agreed,
    },
  }
}

/**
 * Reads a stored document of this or an earlier version; it is stored in this version when the
 * circle next changes. A later version is another program's: nothing is guessed.
 */
export function parseCircle(state: string): Circle {
  const document = JSON.parse(state) as Circle | FirstCircle
  if (document.version === 2) return document
  if (document.version === 1) return fromFirstVersion(document)
  throw new Error(`A circle of version ${(document as Circle).version} cannot be read`)
}
