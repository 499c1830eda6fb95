import { expect, test } from 'vitest'
import { readLocalAddress } from './local-address.ts'

test.each([
  ['127.0.0.1:9464', { host: '127.0.0.1', port: 9464 }],
  ['127.1.2.3:1', { host: '127.1.2.3', port: 1 }],
  ['localhost:9464', { host: 'localhost', port: 9464 }],
  ['[::1]:9464', { host: '::1', port: 9464 }],
  ['/run/cirkel/metrics.sock', { path: '/run/cirkel/metrics.sock' }],
  ['./metrics.sock', { path: './metrics.sock' }],
])('%s is of this machine alone', (text, address) =>
  expect(readLocalAddress(text)).toEqual(address))

test.each([
  '0.0.0.0:9464',
  '[::]:9464',
  '10.0.0.1:9464',
  '192.168.1.2:9464',
  'study.example:9464',
  'localhost.example:9464',
  '127.0.0.1.example:9464',
  '127.0.0.999:9464',
  '127.0.0.1:99999',
  '127.0.0.1',
  ':9464',
  '9464',
  '/run/',
  'metrics.sock',
  'http://127.0.0.1:9464',
])('%s is not', (text) => expect(readLocalAddress(text)).toBeNull())
