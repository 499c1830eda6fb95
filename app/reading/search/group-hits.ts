import { type PlaceKind, placeKinds } from './place.ts'

/** What was found: the closest places whatever they are, then the rest by what they are. */
export interface GroupedHits<T> {
  closest: T[]
  groups: { kind: PlaceKind; hits: T[] }[]
}

/** How many places stand first, whatever they are. */
export const closest = 3

/** Groups hits by kind, the group with the best hit first; the closest stand before all. */
export function groupHits<T extends { kind: PlaceKind }>(
  hits: readonly T[],
  close = closest,
): GroupedHits<T> {
  const rest = hits.slice(close)
  const groups = placeKinds
    .map((kind) => ({ kind, hits: rest.filter((hit) => hit.kind === kind) }))
    .filter((group) => group.hits.length > 0)
    .sort((a, b) => rest.indexOf(a.hits[0] as T) - rest.indexOf(b.hits[0] as T))
  return { closest: hits.slice(0, close), groups }
}
