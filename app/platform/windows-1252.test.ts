import { expect, test } from 'vitest'
import { decodeWindows1252 } from './windows-1252.ts'

test('Windows-1252 keeps dashes, curly quotation marks and the euro sign', () => {
  const bytes = Buffer.from('80e52093f694209620978592999e9f', 'hex')
  expect(decodeWindows1252(bytes)).toBe('€å “ö” – —…’™žŸ')
})
