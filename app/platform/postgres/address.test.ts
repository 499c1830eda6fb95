import { describe, expect, test } from 'vitest'
import { readEnvironment } from '../environment.server.ts'
import { connectionOf, describeServer, isUnprotected, serverAddressFault } from './address.mjs'

describe('the address of a PostgreSQL database', () => {
  test.each([
    ['postgresql://cirkel:a%40b@localhost:5433/cirkel', 'localhost', 5433, false],
    ['postgres://cirkel@127.0.0.1/cirkel', '127.0.0.1', 5432, false],
    ['postgresql://cirkel@[::1]/cirkel', '::1', 5432, false],
    ['postgresql:///cirkel?host=/var/run/postgresql', '/var/run/postgresql', 5432, false],
    ['postgresql://cirkel@db.example/cirkel', 'db.example', 5432, true],
    ['postgresql://cirkel@10.0.0.7/cirkel', '10.0.0.7', 5432, true],
    ['postgresql://cirkel@localhost/cirkel?sslmode=verify-full', 'localhost', 5432, true],
    ['postgresql://cirkel@localhost.example/cirkel', 'localhost.example', 5432, true],
    ['postgresql://cirkel@localhost/cirkel?host=db.example', 'db.example', 5432, true],
    ['postgresql://cirkel@db.example/cirkel?sslmode=disable', 'db.example', 5432, false],
  ])('%s checks the certificate of any server but one on this machine', (address, host, port, isChecked) => {
    expect(serverAddressFault(address)).toBeNull()
    expect(readEnvironment({ DATABASE_URL: address }).DATABASE_URL).toBe(address)
    const connection = connectionOf(address)
    expect(connection).toMatchObject({ host, port, database: 'cirkel' })
    expect(connection.ssl).toEqual(isChecked ? { rejectUnauthorized: true } : false)
  })

  test('gives user and password as they are, and names neither', () => {
    const address = 'postgresql://cirkel:a%40b@localhost/cirkel'
    expect(connectionOf(address)).toMatchObject({ user: 'cirkel', password: 'a@b' })
    expect(describeServer(address)).toBe('the PostgreSQL database cirkel on localhost')
  })

  test('tells where what is sent can be read on the way', () => {
    const found = ['db.example/c?sslmode=disable', 'db.example/c', 'localhost/c?sslmode=disable']
    expect(found.map((rest) => isUnprotected(`postgresql://u@${rest}`))).toEqual([
      true,
      false,
      false,
    ])
  })

  test.each([
    ['postgresql:cirkel', 'must be written'],
    ['postgresql://a b/c', 'must be written'],
    ['postgresql://localhost', 'must end in /database'],
    ['postgresql://localhost/a/b', 'must end in /database'],
    ['postgresql://localhost/cirkel?sslmode=no-verify', 'must say sslmode=verify-full'],
    ['postgresql://localhost/cirkel?sslmode=require', 'must say sslmode=verify-full'],
    ['postgresql://localhost/cirkel?options=-c', 'has options= in it'],
  ])('%s is refused, with the reason', (address, reason) => {
    expect(serverAddressFault(address)).toContain(reason)
    expect(() => readEnvironment({ DATABASE_URL: address })).toThrow(`DATABASE_URL ${reason}`)
  })
})
