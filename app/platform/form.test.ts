import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { checkForm, readForm } from './form.server.ts'

const form = 'application/x-www-form-urlencoded'
const post = (body: string, type: string | null = form) => {
  const request = new Request('http://localhost/', { method: 'POST', body })
  if (type) request.headers.set('content-type', type)
  else request.headers.delete('content-type')
  return readForm(request)
}
const schema = z.object({
  pseudonym: z.string('missing').min(2, 'too short'),
  passphrase: z.string('missing').min(12, 'too weak'),
  passphraseNew: z.string().optional(),
})
const check = (body: string) => checkForm(new URLSearchParams(body), schema)
const statusOf = (work: () => unknown) => {
  try {
    work()
  } catch (thrown) {
    return (thrown as Response).status
  }
}

describe('a posted form', () => {
  test('is read with every value, in order', async () => {
    expect([...(await post('a=1&b=%C3%A5+b&a=2'))]).toEqual([
      ['a', '1'],
      ['b', 'å b'],
      ['a', '2'],
    ])
    expect((await post('a=1', `${form}; charset=UTF-8`)).get('a')).toBe('1')
  })

  test.each([
    'application/json',
    'multipart/form-data; boundary=x',
    'text/plain',
    '',
    null,
  ])('is refused with 415 when it is sent as %j', async (type) => {
    await expect(post('{"a":1}', type)).rejects.toMatchObject({ status: 415 })
  })

  test.each([
    'a=%00',
    'a=b%00c',
    'a%00=1',
  ])('is refused with 400 when it hides a NUL: %s', async (body) => {
    await expect(post(body)).rejects.toMatchObject({ status: 400 })
  })
})

describe('a form’s fields', () => {
  test('are the values where they fit', () => {
    expect(check('pseudonym=otter&passphrase=twelve+characters')).toEqual({
      kind: 'ok',
      value: { pseudonym: 'otter', passphrase: 'twelve characters' },
    })
  })

  test('that do not fit come back with a problem each, and with what was typed', () => {
    expect(check('pseudonym=o&passphrase=short')).toEqual({
      kind: 'bad',
      problems: { pseudonym: 'too short', passphrase: 'too weak' },
      typed: { pseudonym: 'o' },
    })
    expect(check('')).toMatchObject({ problems: { pseudonym: 'missing', passphrase: 'missing' } })
  })

  test('never give a passphrase back, neither the old nor the new', () => {
    expect(
      JSON.stringify(check('pseudonym=o&passphrase=my+long+secret&passphraseNew=my+new+secret')),
    ).not.toContain('secret')
  })

  test.each([
    'admin',
    'pseudonym[]',
    'constructor',
    'toString',
    '__proto__',
    '',
  ])('P15: that are unknown are refused with 400: %s', (name) => {
    expect(statusOf(() => check(`pseudonym=otter&passphrase=twelve+characters&${name}=1`))).toBe(
      400,
    )
  })
})
