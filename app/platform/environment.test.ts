import { describe, expect, test } from 'vitest'
import { BadEnvironment, readEnvironment } from './environment.server.ts'

describe('the settings', () => {
  test('have a default each', () => {
    expect(readEnvironment({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATABASE_URL: 'file:./data/cirkel.db', SITE_NAME: 'Notes' })
  })

  test('treat an empty string as not set', () => {
    expect(readEnvironment({ PORT: '', ORIGIN: '' })).toMatchObject({ PORT: 3000 })
  })

  test('name every bad value in one message', () => {
    const start = () => readEnvironment({ PORT: 'eighty', DATABASE_URL: 'postgres://x', ORIGIN: 'ftp://x' })
    expect(start).toThrow(BadEnvironment)
    expect(start).toThrow(/PORT must be a number[\s\S]*DATABASE_URL must be a SQLite file[\s\S]*ORIGIN must be an address/)
  })

  test('keep only the origin of an address', () => {
    expect(readEnvironment({ ORIGIN: 'https://study.example/en?x=1' }).ORIGIN).toBe('https://study.example')
  })
})
