import { expect, test } from 'vitest'
import { groupHits } from './group-hits.ts'
import type { PlaceKind } from './place.ts'

const hits = (...kinds: PlaceKind[]) => kinds.map((kind, at) => ({ kind, at }))

test('the three closest places come first, whatever they are, and the rest by kind', () => {
  const [tool, chapter, word, tool2, section, section2] = hits(
    'tool',
    'chapter',
    'word',
    'tool',
    'section',
    'section',
  )
  expect(groupHits([tool!, chapter!, word!, tool2!, section!, section2!])).toEqual({
    closest: [tool, chapter, word],
    groups: [
      { kind: 'tool', hits: [tool2] },
      { kind: 'section', hits: [section, section2] },
    ],
  })
})

test('three places or fewer need no groups', () => {
  expect(groupHits(hits('word', 'tool')).groups).toEqual([])
  expect(groupHits([])).toEqual({ closest: [], groups: [] })
})
