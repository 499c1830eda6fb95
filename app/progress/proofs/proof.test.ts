import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import encodeQR from 'qr'
import decodeQR from 'qr/decode.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadGoodCourse } from '../../../tests/broken-courses/course.ts'
import { catalogue as tablesOfDatabase } from '../../../tests/factories/catalogue.ts'
import { useTestDatabase } from '../../../tests/factories/test-database.ts'
import { storeLearner } from '../../../tests/factories/test-learner.ts'
import { database } from '../../platform/database.server.ts'
import { environment } from '../../platform/environment.server.ts'
import { transaction } from '../../platform/transaction.server.ts'
import { addAttempts } from '../../quizzes/chapter-quiz/attempt-store.server.ts'
import {
  recordFinishedCourseQuiz,
  storeCourseQuiz,
} from '../../quizzes/course-quiz/course-quiz-store.server.ts'
import { changeVisit, recordVisit } from '../visit-store.server.ts'
import { makeProof, proofState } from './make-proof.server.ts'
import { formatProofCode, readKey, readProof, writeKey, writeProof } from './proof-code.server.ts'
import { checkingKey, signingKey } from './proof-key.server.ts'
import { formatKey, verifyProof } from './verify-proof.server.ts'

useTestDatabase()

const course = await loadGoodCourse()
const catalogue = { version: '1', courses: new Map([[course.id, course]]) }
const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const folder = mkdtempSync(join(tmpdir(), 'cirkel-proof-'))
const today = '2026-03-14'

beforeAll(() => {
  environment.PROOF_KEY = join(folder, 'proof-key.pem')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function someone({ finishes = true, checks = true } = {}): Promise<string> {
  const id = await storeLearner({ day: today, name: 'Proof ' })
  for (const chapter of course.chapters) {
    const place = { learnerId: id, course: course.id, chapter: chapter.slug }
    await recordVisit(place, today)
    await changeVisit(place, { readOn: finishes ? today : null })
    const right = [...chapter.questionHashes].map(([question, questionHash]) => ({
      ...place,
      question,
      questionHash,
      answer: '{}',
      isRight: true,
    }))
    if (right.length > 0) await transaction((tx) => addAttempts(tx, id, right, today))
  }
  await storeCourseQuiz(id, course.id, 'seed', today)
  if (checks) await recordFinishedCourseQuiz(id, course.id, today)
  return id
}

const make = (learnerId: string, { name = 'Thandiwe', withDay = false } = {}) =>
  makeProof({ course, learnerId, name, withDay, today })

/** Every row of every table. */
async function everything(): Promise<string> {
  const db = await database()
  const tables = await tablesOfDatabase()
  const rows = await Promise.all(
    tables.map(({ table }) => db.$queryRawUnsafe(`SELECT * FROM "${table}"`)),
  )
  return JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? Number(value) : value))
}

const proofs = fc.record({
  course: fc.stringMatching(/^[a-z][a-z-]{0,20}[a-z]$/),
  on: fc.constantFrom('2026-03', '2026-03-14'),
  name: fc.string({ unit: 'grapheme', maxLength: 40 }).filter((name) => !name.includes('\n')),
})

describe('P17: a proof of study', () => {
  test(
    'P17: is off by default: no key is made before somebody asks for a proof, ' +
      'and none is made of a course that is not finished',
    async () => {
      for (const lacks of [{ finishes: false }, { checks: false }]) {
        const learnerId = await someone(lacks)
        expect((await proofState(course, learnerId)).kind).toBe('not-yet')
        expect(await make(learnerId)).toEqual({ kind: 'not-yet' })
      }
      expect(await proofState(course, await someone({ finishes: false, checks: false }))).toEqual({
        kind: 'not-yet',
        chaptersLeft: course.chapters.map((chapter) => ({
          chapter,
          progress: expect.objectContaining({ isFinished: false, readOn: null }),
        })),
        isCheckLeft: true,
      })
      expect(await proofState(course, await someone({ checks: false }))).toEqual({
        kind: 'not-yet',
        chaptersLeft: [],
        isCheckLeft: true,
      })
      expect(await proofState(course, await someone())).toEqual({ kind: 'ready' })
      expect([existsSync(environment.PROOF_KEY as string), formatKey()]).toEqual([false, null])
      expect(verifyProof({ code: '0AB1C', catalogue, lang: 'en' })).toEqual({ kind: 'not-genuine' })
    },
  )

  test('P17: changes no row anywhere, when it is made and when it is checked', async () => {
    const learnerId = await someone()
    const before = await everything()
    const made = await make(learnerId)
    if (made.kind !== 'made') throw new Error(made.kind)
    expect(verifyProof({ code: made.code, catalogue, lang: 'en' }).kind).toBe('genuine')
    expect(await everything()).toBe(before)
  })

  test('P17: carries the chosen name or none, the course and the month, and no id, pseudonym or day that was not asked for', async () => {
    const learnerId = await someone()
    const bytesOf = async (options: { name: string; withDay?: boolean }) => {
      const made = await make(learnerId, options)
      if (made.kind !== 'made') throw new Error(made.kind)
      return { read: readProof(made.code, checkingKey()!), code: made.code }
    }
    expect((await bytesOf({ name: 'Thandiwe' })).read).toEqual({
      course: 'tiny',
      on: '2026-03',
      name: 'Thandiwe',
    })
    expect((await bytesOf({ name: '' })).read).toEqual({ course: 'tiny', on: '2026-03', name: '' })
    expect((await bytesOf({ name: '', withDay: true })).read).toEqual({
      course: 'tiny',
      on: today,
      name: '',
    })
    // A version, a signature and the text: there is no room for anything else. The same text gives
    // the same code, no matter who asks.
    const { code } = await bytesOf({ name: 'Thandiwe' })
    expect(Math.floor((code.length * 5) / 8)).toBe(1 + 64 + 'tiny\n2026-03\nThandiwe'.length)
    const other = await make(await someone())
    expect(other).toMatchObject({ code })
  })

  test('P17: is verified offline, by a command that has the code and the key alone', async () => {
    const made = await make(await someone(), { name: 'Zoë O’Neill' })
    if (made.kind !== 'made') throw new Error(made.kind)
    const run = (...words: string[]) =>
      spawnSync('node_modules/.bin/tsx', ['scripts/verify-proof.ts', ...words], {
        encoding: 'utf8',
        env: { PATH: process.env.PATH, NODE_ENV: 'test' },
      })
    const key = formatKey() as string
    const genuine = run(...formatProofCode(made.code).split(' '), '--key', formatProofCode(key))
    expect([genuine.status, genuine.stdout]).toEqual([
      0,
      'The code is genuine.\nCourse: tiny\nOn: 2026-03\nName: Zoë O’Neill\n',
    ])
    writeFileSync(join(folder, 'key.txt'), `${key}\n`)
    expect(run(made.code.toLowerCase(), '--key', join(folder, 'key.txt')).status).toBe(0)
    expect(run(made.code, '--key', writeKey(publicKey)).status).toBe(1)
    expect(
      run(
        made.code.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        '--key',
        key,
      ).status,
    ).toBe(1)
    expect(run(made.code, '--key', 'nothing').stderr).toContain(
      '"nothing" is neither a key nor a file with one.',
    )
    expect([
      run(made.code).status,
      run('--key', key).status,
      run(made.code, '--key', 'nothing').status,
    ]).toEqual([2, 2, 2])
  })

  test('P17: says what it said when it was made, however it is grouped and whether it is typed in small letters', () => {
    fc.assert(
      fc.property(proofs, (proof) => {
        const code = writeProof(proof, privateKey)
        expect(readProof(code, publicKey)).toEqual(proof)
        expect(
          readProof(
            formatProofCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l'),
            publicKey,
          ),
        ).toEqual(proof)
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]+$/)
      }),
      { numRuns: 50 },
    )
  })

  test('P17: fails when one letter is changed, left out or added, and with another key', () => {
    const code = writeProof({ course: 'run-a-party', on: '2026-03', name: 'Thandiwe' }, privateKey)
    for (let i = 0; i < code.length; i += 1) {
      for (const letter of '0123456789ABCDEFGHJKMNPQRSTVWXYZU!')
        if (letter !== code[i])
          expect([
            i,
            letter,
            readProof(code.slice(0, i) + letter + code.slice(i + 1), publicKey),
          ]).toEqual([i, letter, null])
      expect([i, readProof(code.slice(0, i) + code.slice(i + 1), publicKey)]).toEqual([i, null])
    }
    expect(readProof(`${code}0`, publicKey)).toBeNull()
    expect(readProof(code, generateKeyPairSync('ed25519').publicKey)).toBeNull()
  })

  test('P17: is not found in whatever else is typed', () => {
    fc.assert(fc.property(fc.string(), (typed) => readProof(typed, publicKey) === null))
    expect(readProof('0'.repeat(100_000), publicKey)).toBeNull()
  })

  test('P17: can be read from its square by a phone', () => {
    const code = writeProof(
      {
        course: 'run-a-party',
        on: '2026-03-14',
        name: 'Thandiwe Ndlovu of the long and winding road',
      },
      privateKey,
    )
    const rows = encodeQR(code, 'raw', { ecc: 'medium', border: 3, scale: 4 })
    const size = rows.length
    const data = Uint8Array.from(
      rows.flatMap((row) =>
        row.flatMap((isDark) => (isDark ? [0, 0, 0, 255] : [255, 255, 255, 255])),
      ),
    )
    expect(decodeQR({ width: size, height: size, data })).toBe(code)
  })
})

describe('the key of a site', () => {
  test('is made once, is readable by its user alone, and is the same afterwards', () => {
    const file = join(folder, 'another', 'key.pem')
    expect(checkingKey(file)).toBeNull()
    const made = signingKey(file)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(writeKey(signingKey(file))).toBe(writeKey(made))
    expect(writeKey(checkingKey(file)!)).toBe(writeKey(made))
  })

  test('is never replaced: a file that holds something else is named, no matter who asks', () => {
    const { privateKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    for (const content of ['', 'no key', rsa.export({ type: 'pkcs8', format: 'pem' })]) {
      const file = join(folder, 'broken.pem')
      writeFileSync(file, content)
      for (const keyOf of [signingKey, checkingKey])
        expect(() => keyOf(file)).toThrow(`${file}, must hold an Ed25519 private key`)
      expect(readFileSync(file, 'utf8')).toBe(String(content))
    }
    expect(() => checkingKey(folder)).toThrow(`PROOF_KEY, the file ${folder}, cannot be read.`)
  })

  test('is whole or not there: where it cannot be stored, a sentence says so, and no half of one stays', () => {
    const taken = join(folder, 'taken.pem')
    mkdirSync(`${taken}.new`)
    for (const [file, code] of [
      ['/proc/none/key.pem', 'ENOENT'],
      [taken, 'EISDIR'],
    ] as const)
      expect(() => signingKey(file)).toThrow(
        `PROOF_KEY, the file ${file}, cannot be written (${code}): no proof can be made.`,
      )
    expect(existsSync(taken)).toBe(false)
  })

  test('is read as it is written, and nothing else is taken for one', () => {
    expect(writeKey(readKey(formatProofCode(writeKey(publicKey)))!)).toBe(writeKey(publicKey))
    for (const typed of ['', '0', 'ABC', `${writeKey(publicKey)}0`, 'U'.repeat(52)])
      expect(readKey(typed)).toBeNull()
  })
})
