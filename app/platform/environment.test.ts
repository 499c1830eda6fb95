import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { BadEnvironment, readEnvironment, settingNames } from './environment.server.ts'

describe('the settings', () => {
  test('have a default each', () => {
    expect(readEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      DATABASE_URL: 'file:./data/cirkel.db',
      SITE_NAME: 'Notes',
    })
  })

  test('treat an empty string as not set', () => {
    expect(readEnvironment({ PORT: '', ORIGIN: '' })).toMatchObject({ PORT: 3000 })
  })

  test('take one process unless another number is given, or that of the machine’s cores', () => {
    expect(readEnvironment({}).PROCESSES).toBe(1)
    expect(readEnvironment({ PROCESSES: '3' }).PROCESSES).toBe(3)
    expect(readEnvironment({ PROCESSES: 'auto' }).PROCESSES).toBe(
      Math.min(64, availableParallelism()),
    )
    for (const PROCESSES of ['0', '-1', '65', '1.5', '2e1', ' 2', 'all', 'AUTO'])
      expect(() => readEnvironment({ PROCESSES })).toThrow(
        'PROCESSES must be auto, or a whole number from 1 to 64.',
      )
  })

  test('name every bad value in one message', () => {
    const start = () =>
      readEnvironment({ PORT: 'eighty', DATABASE_URL: 'mysql://x', ORIGIN: 'ftp://x' })
    expect(start).toThrow(BadEnvironment)
    expect(start).toThrow(
      /PORT must be a number[\s\S]*DATABASE_URL must be a SQLite file[\s\S]*ORIGIN must be an address/,
    )
  })

  test('give single languages a place of their own to leave to, and name one that is no address', () => {
    const { LEAVE_TO, leaveOfLanguages } = readEnvironment({
      LEAVE_TO_SV: 'https://www.smhi.se/',
      LEAVE_TO_EN: '',
    })
    expect([LEAVE_TO, leaveOfLanguages]).toEqual([
      'https://www.wikipedia.org/',
      { LEAVE_TO_SV: 'https://www.smhi.se/' },
    ])
    expect(() => readEnvironment({ PORT: 'x', LEAVE_TO_SV: 'javascript:alert(1)' })).toThrow(
      /PORT must be a number[.]\nLEAVE_TO_SV must be an address that begins with http/,
    )
  })

  test('let accounts be unused for 1 to 120 months', () => {
    expect([
      readEnvironment({}).UNUSED_MONTHS,
      readEnvironment({ UNUSED_MONTHS: '120' }).UNUSED_MONTHS,
    ]).toEqual([12, 120])
    for (const months of ['0', '121', '1.5', 'never', '-12', 'Infinity'])
      expect(() => readEnvironment({ UNUSED_MONTHS: months })).toThrow(/^UNUSED_MONTHS must be/)
  })

  test('keep only the origin of an address', () => {
    expect(readEnvironment({ ORIGIN: 'https://study.example/en?x=1' }).ORIGIN).toBe(
      'https://study.example',
    )
  })
})

describe('the guide for hosts', () => {
  const guide = readFileSync('docs/hosting.md', 'utf8')
  const rows = [
    ...guide.matchAll(/^\| `(?<name>[A-Z_]+)`(?:, .*)? \| (?<byDefault>.+?) \| (?<text>.+) \|$/gm),
  ].map(({ groups }) => groups!)

  test('has a line for every setting, and for no other', () => {
    expect(rows.map(({ name }) => name).sort()).toEqual([...settingNames, 'LEAVE_TO_EN'].sort())
    for (const { text } of rows) expect(text).toMatch(/^[A-Z`].{20,}\.$/)
  })

  test('says the default of each', () => {
    const defaults = readEnvironment({})
    for (const { name, byDefault } of rows.filter(({ name }) => name !== 'ICON')) {
      const value = defaults[name as keyof typeof defaults]
      expect([name, byDefault]).toEqual([name, value === undefined ? 'not set' : `\`${value}\``])
    }
  })
})

describe('the icon', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cirkel-icon-'))
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content)
    return { ICON: join(folder, name) }
  }
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)])

  test('is the neutral one unless the host has another', () => {
    expect(readEnvironment({}).ICON).toMatchObject({ address: '/icon.svg', type: 'image/svg+xml' })
  })

  test.each([
    ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', '/icon.svg', 'image/svg+xml'],
    [
      'b.svg',
      '<?xml version="1.0"?>\n<!-- drawn by hand -->\n<svg viewBox="0 0 1 1"></svg>',
      '/icon.svg',
      'image/svg+xml',
    ],
    ['c.png', png, '/icon.png', 'image/png'],
    ['misnamed.svg', png, '/icon.png', 'image/png'],
  ])('%s is served as what it holds', (name, content, address, type) => {
    expect(readEnvironment(file(name, content)).ICON).toEqual({
      address,
      type,
      bytes: Buffer.from(content),
    })
  })

  test.each([
    [
      'is not there',
      () => ({ ICON: join(folder, 'none.svg') }),
      'ICON must be a file that can be read.',
    ],
    ['is a folder', () => ({ ICON: folder }), 'ICON must be a file that can be read.'],
    [
      'is a page',
      () => file('page.svg', '<html><p>svg</p></html>'),
      'ICON must be an SVG or PNG file.',
    ],
    ['is empty', () => file('empty.png', ''), 'ICON must be an SVG or PNG file.'],
    [
      'is too large',
      () => file('large.png', Buffer.concat([png, Buffer.alloc(20 * 1024)])),
      'ICON must be a file of 20 KB at most.',
    ],
  ])('one that %s stops the start', (_, settings, message) => {
    expect(() => readEnvironment(settings())).toThrow(new BadEnvironment(message))
  })
})
