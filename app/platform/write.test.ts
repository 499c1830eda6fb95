import { expect, test } from 'vitest'
import { write } from './write.server.ts'

const noPause = async () => {}
const busy = () => Object.assign(new Error('SQLITE_BUSY: database is locked'), { code: 'SQLITE_BUSY' })

test('a busy write is tried again until it succeeds', async () => {
  let tries = 0
  const result = await write(async () => {
    tries += 1
    if (tries < 4) throw busy()
    return 'written'
  }, noPause)
  expect(result).toBe('written')
  expect(tries).toBe(4)
})

test('a write that stays busy gives up with the error', async () => {
  let tries = 0
  const attempt = async () => {
    tries += 1
    throw busy()
  }
  await expect(write(attempt, noPause)).rejects.toThrow('SQLITE_BUSY')
  expect(tries).toBe(11)
})

test('another error is not tried again', async () => {
  let tries = 0
  const attempt = async () => {
    tries += 1
    throw new Error('constraint')
  }
  await expect(write(attempt, noPause)).rejects.toThrow('constraint')
  expect(tries).toBe(1)
})
