import { expect, test } from 'vitest'
import { decodeText } from './text-encoding.ts'

const bytes = (text: string, encoding: BufferEncoding, mark: number[] = []) =>
  Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)])

test.each([
  ['UTF-8', bytes('Röst. မဲ', 'utf8')],
  ['UTF-8 with its mark', bytes('Röst. မဲ', 'utf8', [0xef, 0xbb, 0xbf])],
  ['UTF-16 that declares its order', bytes('Röst. မဲ', 'utf16le', [0xff, 0xfe])],
  ['UTF-16 of the other order', bytes('Röst. မဲ', 'utf16le').swap16()],
])('%s is read', (name, given) => {
  const whole = name.includes('other') ? Buffer.concat([Buffer.from([0xfe, 0xff]), given]) : given
  expect(decodeText(whole)).toEqual({ kind: 'text', text: 'Röst. မဲ' })
})

test.each([
  ['Windows-1252', bytes('One.\nR\u00f6st.\n', 'latin1'), 2, 'the byte F6'],
  ['a character that is cut short', Buffer.from([0x41, 0x0a, 0x0a, 0xe1, 0x80]), 3, 'the byte E1'],
  ['UTF-16 that does not say so', bytes('Ett\n', 'utf16le'), 1, 'UTF-16 that does not say so'],
  ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x41]), 1, 'says that it is in UTF-16LE'],
])('%s is refused with its line', (_, given, line, words) => {
  expect(decodeText(given)).toEqual({
    kind: 'unreadable',
    line,
    message: expect.stringContaining(words),
  })
  expect(decodeText(given)).toMatchObject({
    message: expect.stringContaining('Save the file as UTF-8'),
  })
})
