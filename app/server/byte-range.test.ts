import { expect, test } from 'vitest'
import { byteRange } from './byte-range.ts'

const file = { size: 100, tag: '"a"' }
const part = (start: number, end: number) => ({ kind: 'part', start, end })
const whole = { kind: 'whole' }
const none = { kind: 'none' }

test.each([
  [undefined, undefined, whole],
  ['bytes=0-', undefined, part(0, 100)],
  ['bytes=40-', undefined, part(40, 100)],
  ['bytes=40-59', undefined, part(40, 60)],
  ['bytes=40-400', undefined, part(40, 100)],
  ['bytes=99-99', undefined, part(99, 100)],
  ['bytes=-20', undefined, part(80, 100)],
  ['bytes=-400', undefined, part(0, 100)],
  ['bytes=100-', undefined, none],
  ['bytes=-0', undefined, none],
  ['bytes=60-40', undefined, whole],
  ['bytes=-', undefined, whole],
  ['bytes=0-1,5-9', undefined, whole],
  ['bytes= 0-1', undefined, whole],
  ['lines=0-1', undefined, whole],
  [`bytes=${'9'.repeat(400)}-`, undefined, whole],
  ['bytes=40-', '"a"', part(40, 100)],
  ['bytes=40-', '"b"', whole],
  ['bytes=40-', 'W/"a"', whole],
  ['bytes=40-', 'Tue, 01 Dec 2026 00:00:00 GMT', whole],
  ['bytes=400-', '"b"', whole],
])('of a file of 100 bytes, "%s" with If-Range %s is %j', (range, ifRange, expected) => {
  expect(
    byteRange({ ...(range ? { range } : {}), ...(ifRange ? { 'if-range': ifRange } : {}) }, file),
  ).toEqual(expected)
})
