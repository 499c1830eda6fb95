import { expect, test } from 'vitest'
import { languages, pseudoRtl } from '../i18n/languages.ts'
import { leaveAddresses } from './leave-address.server.ts'

const LEAVE_TO = 'https://all.example/'

test('a language without a place of its own leaves to that of all', () => {
  const addresses = leaveAddresses(
    { LEAVE_TO, leaveOfLanguages: { LEAVE_TO_SV: 'https://sv.example/' } },
    languages,
  )
  expect([...addresses]).toEqual(
    languages.map(({ tag }) => [tag, tag === 'sv' ? 'https://sv.example/' : LEAVE_TO]),
  )
  expect(languages.length).toBeGreaterThan(1)
})

test('a language with a region is written with an underscore', () => {
  const addresses = leaveAddresses(
    { LEAVE_TO, leaveOfLanguages: { LEAVE_TO_EN_XB: 'https://xb.example/' } },
    [...languages, pseudoRtl],
  )
  expect(addresses.get('en-XB')).toBe('https://xb.example/')
})

test('a language that the site does not have stops the start, with the names that there are', () => {
  const start = () =>
    leaveAddresses(
      { LEAVE_TO, leaveOfLanguages: { LEAVE_TO_SE: 'https://sv.example/' } },
      languages,
    )
  const names = languages.map(({ tag }) => `LEAVE_TO_${tag.toUpperCase()}`)
  expect(names).toEqual(expect.arrayContaining(['LEAVE_TO_EN', 'LEAVE_TO_SV']))
  expect(start).toThrow(`LEAVE_TO_SE must name a language of the site: ${names.join(', ')}.`)
})
