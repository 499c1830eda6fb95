import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BoundedStore } from './bounded-store.ts'
import { bytesOf, gzipOf, Piece } from './piece.server.ts'
import { fillTemplate, placeholder, templateOf } from './template.server.ts'

const texts = fc.array(
  fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('ab'.repeat(50_000))),
  {
    maxLength: 12,
  },
)

test('pieces after one another are one gzip file that holds their texts, checksum and length too', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const pieces = all.map((text) => new Piece(text))
      // gunzip refuses a wrong checksum and a wrong length.
      expect(gunzipSync(gzipOf(pieces)).toString()).toBe(all.join(''))
      expect(bytesOf(pieces).toString()).toBe(all.join(''))
      expect(pieces.reduce((sum, { length }) => sum + length, 0)).toBe(
        Buffer.byteLength(all.join('')),
      )
    }),
  )
})

test('a piece can stand in many pages, at any place', () => {
  const [a, b] = [new Piece('<p>Nine people</p>'.repeat(100)), new Piece('<p>have come</p>')]
  const [first, second] = [bytesOf([a]).toString(), bytesOf([b]).toString()]
  expect(gunzipSync(gzipOf([a, b, a])).toString()).toBe(first + second + first)
})

test('a piece that refers to the text before it is smaller, and stands nowhere else', () => {
  const sheet = (n: number) => `<div class="question"><p>Nine people have come: ${n}</p></div>`
  const [first, alone, after] = [
    new Piece(sheet(1)),
    new Piece(sheet(2)),
    new Piece(sheet(2), sheet(1)),
  ]
  expect(after.deflated.length).toBeLessThan(alone.deflated.length / 2)
  expect(bytesOf([alone, first, new Piece(''), after]).toString()).toBe(
    sheet(2) + sheet(1) + sheet(2),
  )
  for (const wrong of [[after], [alone, after], [first, alone, after]])
    expect(() => gzipOf(wrong)).toThrow('another text')
})

test('a piece holds no more memory than its own', () => {
  for (const text of ['', 'Nine people', 'Nine people have come. '.repeat(200)]) {
    const { deflated } = new Piece(text)
    expect(deflated.buffer.byteLength).toBe(deflated.length)
  }
})

test('a part stands where its place was, whatever else the page says', () => {
  const template = templateOf(`<p>{0}</p>${placeholder('quiz')}<p>{quiz}</p>${placeholder('0')}`)
  const pieces = fillTemplate(template, (name) => [new Piece(`<b>${name}</b>`)])
  expect(bytesOf(pieces).toString()).toBe('<p>{0}</p><b>quiz</b><p>{quiz}</p><b>0</b>')
})

test('what is kept never takes more than it may, and what was unused longest goes', () => {
  const store = new BoundedStore<string>(30, (value) => value.length)
  for (const name of 'abc') store.get(name, () => name.repeat(10))
  store.find('a')
  store.put('d', 'dddddddddd')
  const held = () => [...'abcdx'].filter((name) => store.find(name)).join('')
  expect(held()).toBe('acd')
  store.put('x', 'x'.repeat(31))
  expect(held()).toBe('')
  store.put('a', 'x'.repeat(30))
  store.put('a', 'x')
  store.put('b', 'x'.repeat(29))
  expect(held()).toBe('ab')
  store.clear()
  expect(held()).toBe('')
})
