import { describe, expect, test } from 'vitest'
import { decodeBank } from './bank-file.ts'

const words = 'Vem för protokoll på mötet?'
const xml = (encoding: string, text = words) =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<quiz>${text}</quiz>`
const utf16 = (text: string, mark = '\ufeff') => Buffer.from(mark + text, 'utf16le')
const refusal = (bytes: Buffer, format: 'gift' | 'moodle-xml') => {
  const decoded = decodeBank(bytes, format)
  return decoded.kind === 'text' ? decoded.text : `line ${decoded.line}: ${decoded.message}`
}

describe('a question bank is decoded', () => {
  test.each<[string, Buffer]>([
    ['in UTF-8', Buffer.from(words)],
    ['in UTF-8 with its mark', Buffer.from(`\ufeff${words}`)],
    ['in UTF-16 with its mark', utf16(words)],
    ['in UTF-16, the other way round, with its mark', utf16(words).swap16()],
  ])('%s', (_, bytes) => {
    expect(decodeBank(bytes, 'gift')).toEqual({ kind: 'text', text: words })
  })

  test.each([
    'ISO-8859-1',
    'windows-1252',
    'iso-8859-15',
  ])('as its XML declares: %s', (encoding) => {
    expect(decodeBank(Buffer.from(xml(encoding), 'latin1'), 'moodle-xml')).toEqual({
      kind: 'text',
      text: xml(encoding),
    })
  })

  test('with the dashes and quotation marks of Windows-1252, where its XML declares that', () => {
    const bytes = Buffer.from(xml('windows-1252', '\x93Vem?\x94 \x96 hon'), 'latin1')
    expect(refusal(bytes, 'moodle-xml')).toContain('<quiz>“Vem?” – hon</quiz>')
  })

  test('as its XML declares, in Cyrillic', () => {
    const bytes = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="windows-1251"?><quiz>'),
      Buffer.from([0xcf, 0xf0, 0xe8]),
      Buffer.from('</quiz>'),
    ])
    expect(refusal(bytes, 'moodle-xml')).toContain('<quiz>При</quiz>')
  })
})

describe('a question bank whose letters are not certain is refused with its line and with what to do', () => {
  test.each<[string, Buffer, 'gift' | 'moodle-xml', RegExp]>([
    [
      'GIFT in Windows-1252',
      Buffer.from(`First\n\n${words}`, 'latin1'),
      'gift',
      /^line 3: .*not in UTF-8.*Save the file as UTF-8/,
    ],
    [
      'XML in Windows-1252 that declares nothing',
      Buffer.from(`<quiz>\n${words}</quiz>`, 'latin1'),
      'moodle-xml',
      /^line 2: .*not in UTF-8/,
    ],
    [
      'XML that declares UTF-8 and is not',
      Buffer.from(xml('UTF-8'), 'latin1'),
      'moodle-xml',
      /^line 2: .*not in UTF-8/,
    ],
    [
      'XML that declares Latin and is UTF-8',
      Buffer.from(xml('ISO-8859-1')),
      'moodle-xml',
      /^line 1: .*iso-8859-1, and its letters are in another/,
    ],
    [
      'XML that declares ASCII and is not',
      Buffer.from(xml('us-ascii'), 'latin1'),
      'moodle-xml',
      /^line 1: .*us-ascii/,
    ],
    [
      'XML that declares UTF-16 and is not',
      Buffer.from(xml('UTF-16')),
      'moodle-xml',
      /^line 1: .*utf-16, and is not in it/,
    ],
    [
      'XML that declares what nobody knows',
      Buffer.from(xml('x-secret')),
      'moodle-xml',
      /^line 1: .*x-secret, which is not known/,
    ],
    ['UTF-16 without its mark', utf16(words, ''), 'gift', /^line 1: .*UTF-16 that does not say so/],
    ['UTF-16 that is cut', utf16(words).subarray(0, 9), 'gift', /^line 1: /],
    [
      'UTF-32',
      Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]),
      'gift',
      /^line 1: .*no text has \(number 0\)/,
    ],
    ['a NUL among the words', Buffer.from('Who?\n{=A\0 ~B}'), 'gift', /^line 2: /],
    [
      'a character that nobody sees',
      Buffer.from('Who?\n{=A \u0096 ~B}'),
      'gift',
      /^line 2: .*number 150/,
    ],
    ['a control character', Buffer.from('Who?\r{=A\u0008 ~B}'), 'gift', /^line 2: .*number 8/],
    [
      'letters that were lost before',
      Buffer.from('Who?\r\n{=f\ufffdr ~B}'),
      'gift',
      /^line 2: .*lost/,
    ],
    ['letters in disguise', Buffer.from('Who?\r\n{=fÃ¶r ~B}'), 'gift', /^line 2: "Ã¶" is "ö"/],
  ])('%s', (_, bytes, format, expected) => {
    expect(refusal(bytes, format)).toMatch(expected)
  })
})
