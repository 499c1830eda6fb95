import { describe, expect, test } from 'vitest'
import { contactIn } from './contact.ts'

describe('a way to reach somebody is noticed:', () => {
  test.each([
    ['link', 'Read it at https://example.org/minutes'],
    ['link', 'see www.example.org'],
    ['link', 'our page example.com tells it'],
    ['link', 'we are on t.me/branchfive'],
    ['link', 'Telegram: tg://join'],
    ['address', 'write to chair@example.org'],
    ['address', 'write to chair @example'],
    ['address', 'find @branch_five there'],
    ['phone', 'call 0772 123 456 after six'],
    ['phone', 'call +46 8 123 45 67'],
    ['phone', 'call (08) 123-45-67'],
    ['phone', 'ဖုန်း ၀၉၄၅၀၁၂၃၄၅၆'],
    ['phone', 'هاتف ٠٧٧٢١٢٣٤٥٦'],
  ])('%s in "%s"', (kind, text) => expect(contactIn(text)).toBe(kind))
})

describe('what a comment tells of is let through:', () => {
  test.each([
    'From 1955-1994 we met in secret; on 26/06/1955 and 2026-11-21 in the open.',
    'There were 1,200,000 members, then 1 200 000, then 1.200.000 in 1990–1994.',
    'We met.The chair spoke for e.g. two hours, i.e. until 10 p.m. and/or later.',
    'Of 36 who stood in 1994 and 41 in 1999, 17 won: 47.2 per cent.',
    'The vote was 324 to 16. In 2014 it was 12 034 to 11 999.',
    'On 1.2.2023 the fee rose from 5 to 10.',
  ])('%s', (text) => expect(contactIn(text)).toBeNull())
})
