import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasChoices, pendingFrom, readPending, writePending, writtenTexts } from './pending-form.ts'

const sent = (fields: [string, string][]) => new URLSearchParams(fields)

describe('a form that was sent without a session', () => {
  test('is held with all its fields, in their order, and repeated ones too', () => {
    const fields: [string, string][] = [
      ['intent', 'attend'],
      ['there', 'a'],
      ['there', 'b'],
      ['text', 'two\r\nlines'],
    ]
    expect(pendingFrom('/en/circles/x/meetings/1?of=y', sent(fields))).toEqual({
      to: '/en/circles/x/meetings/1?of=y',
      fields,
    })
  })

  test('is held without its passphrases, and not at all where nothing else was in it', () => {
    expect(
      pendingFrom(
        '/en/account/erase',
        sent([
          ['comments', 'removed'],
          ['passphrase', 'secret words'],
        ]),
      )?.fields,
    ).toEqual([['comments', 'removed']])
    expect(
      pendingFrom(
        '/en/account',
        sent([
          ['intent', 'change'],
          ['passphrase', 'a'],
          ['passphraseNew', 'b'],
        ]),
      ),
    ).toBeNull()
    expect(pendingFrom('/en/circles/x', sent([['intent', 'close']]))).not.toBeNull()
  })

  test('goes to a page of this site only', () => {
    expect(pendingFrom('//evil.example/en', sent([['a', 'b']]))).toBeNull()
    expect(readPending('https://evil.example/en', '[["a","b"]]')).toBeNull()
  })

  test('is read from its hidden field as it was written there', () => {
    const pairs = fc.array(
      fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })),
      { minLength: 1 },
    )
    fc.assert(
      fc.property(pairs, (fields) => {
        const pending = { to: '/sv/x', fields }
        expect(readPending('/sv/x', writePending(pending))).toEqual(pending)
      }),
    )
  })

  test.each([
    '',
    'x',
    '{}',
    '[]',
    '[1]',
    '[["a"]]',
    '[["a","b","c"]]',
    '[["a",1]]',
    'null',
  ])('is none where the field holds %j', (text) => {
    expect(readPending('/en', text)).toBeNull()
  })

  test('tells its texts from its choices', () => {
    const holds = (...fields: [string, string][]) => hasChoices({ to: '/en', fields })
    expect(holds(['text', 'We met by the water pipe.'], ['note', ''])).toBe(false)
    expect(holds(['text', 'We met by the water pipe.'], ['country', 'ZW'])).toBe(true)
    expect(holds(['there', '3fk2'])).toBe(true)
  })

  test('shows what its sender wrote, not the values of its choices', () => {
    const fields: [string, string][] = [
      ['country', 'ZW'],
      ['section', 'grown-branch'],
      ['firstDay', '2026-11-30'],
      ['text', ' We met by the water pipe. '],
      ['name', 'ရွှေ'],
      ['empty', ''],
    ]
    expect(writtenTexts({ to: '/en', fields })).toEqual(['We met by the water pipe.', 'ရွှေ'])
  })
})
