import { expect, test } from 'vitest'
import { BoundedMap } from './bounded-map.ts'

test('the oldest entry goes when there are too many, and one that is set again is the newest', () => {
  const dropped: string[] = []
  const map = new BoundedMap<string, string>(2, (value) => dropped.push(value))
  map.set('a', 'first').set('b', 'second').set('a', 'first again')
  expect(dropped).toEqual([])
  map.set('c', 'third')
  expect([...map]).toEqual([
    ['a', 'first again'],
    ['c', 'third'],
  ])
  expect(dropped).toEqual(['second'])
})

test('one that is set again in a full map drops nothing', () => {
  const map = new BoundedMap<number, string>(1, () => expect.fail())
  map.set(1, 'once').set(1, 'twice')
  expect([...map]).toEqual([[1, 'twice']])
})

test('a map without room holds nothing', () => {
  const map = new BoundedMap<number, string>(0)
  map.set(1, 'once')
  expect(map.size).toBe(0)
})
