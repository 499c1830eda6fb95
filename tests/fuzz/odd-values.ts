import fc from 'fast-check'

/**
 * Words that are something else to JavaScript, SQL, HTML, a file system or a header than to a
 * person.
 */
const treacherous = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '__proto__.polluted',
  'constructor[prototype][polluted]',
  '[object Object]',
  "' OR 1=1 --",
  '"; DROP TABLE Learner; --',
  '<script>x()</script>',
  '"><script>x()</script>',
  '</script><script>x()</script>',
  '{{7*7}}',
  '#{7*7}',
  '%s%n%x',
  '../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'file:///etc/passwd',
  'javascript:x()',
  '//evil.example/en',
  '/\\evil.example/en',
  'https://evil.example/',
  '\r\nX-Injected: yes',
  '\0',
  'a\0b',
  '\u202eright to left',
  '\u200b',
  '\ufeff',
  '\u0301',
  'a\u0301\u0301\u0301',
  'ﷺ',
  'İ',
  'ß',
  'ſ',
  '日本',
  '💣',
  '👩‍👩‍👧‍👦',
  '\u{10ffff}',
  '\uffff',
  'x'.repeat(101),
  'x'.repeat(5000),
  'word '.repeat(300),
  '💣'.repeat(500),
  '(a+)+$',
  '*',
  '?',
  '#',
  '&&==;;',
]

/** A text that no person would send, without halves of characters. */
export const oddText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...treacherous) },
  fc.string({ unit: 'binary', maxLength: 20 }),
)

/** Parts of an address that are odd before they are decoded. */
export const oddSegment = fc.oneof(
  oddText.map(encodeURIComponent),
  fc.constantFrom(
    '.',
    '..',
    '...',
    '..;',
    '%2e%2e',
    '%2F',
    '%2Fevil.example',
    '%5C',
    '%5Cevil.example',
    '\\',
    '\\evil.example',
    '%00',
    '%0d%0aX-Injected:%20yes',
    '%',
    '%E0%A4%A',
    '%c0%af',
    '%ED%A0%80',
    '%u0041',
    ':80',
    '@evil.example',
    '*',
    '.data',
    '_root.data',
    'é',
    ';x=y',
    '&',
    '$lang',
    'y'.repeat(3000),
  ),
)

/**
 * A text as it can stand in a header: whole characters become the bytes of their UTF-8, what a
 * header cannot hold is left out.
 */
export function headerValue(text: string): string {
  return Buffer.from(text)
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
}
