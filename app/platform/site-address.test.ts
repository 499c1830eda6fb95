import { expect, test } from 'vitest'
import { siteAddress } from './site-address.server.ts'

const addressFor = (host: string) => siteAddress({ headers: new Headers({ Host: host }) })

test('without a setting, what is printed names this machine and never follows a stranger’s Host', () => {
  expect(addressFor('localhost:3000')).toBe('http://localhost:3000')
  expect(addressFor('127.0.0.1:8080')).toBe('http://127.0.0.1:8080')
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    'localhost:1@evil.example',
    '',
  ])
    expect([host, addressFor(host)]).toEqual([host, 'http://localhost'])
})
