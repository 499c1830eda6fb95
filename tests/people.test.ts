import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { getLearner, requireRole, startSession } from '../app/accounts/sessions/sessions.server.ts'
import { signUp } from '../app/accounts/sign-up.server.ts'
import { erasePeople } from '../app/personal-data/erase-person.server.ts'
import { dayOf } from '../app/platform/calendar-day.ts'
import { systemClock } from '../app/platform/clock.ts'
import { useTestDatabase } from './factories/test-database.ts'

const site = useTestDatabase()

const command: [string, ...string[]] = ['node_modules/.bin/tsx', 'scripts/people.ts']
const throughNpm: [string, ...string[]] = ['npm', 'run', '--silent', 'people', '--']

/** Runs the command on the test's database, in a process of its own. */
function people(
  words: string[],
  settings: Record<string, string | undefined> = {},
  [program, ...first] = command,
): Promise<{ code: number; said: string; complained: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: site.url, ...settings }
    execFile(program, [...first, ...words], { env }, (error, said, complained) =>
      resolve({ code: Number(error?.code ?? 0), said, complained }),
    )
  })
}

async function someone(pseudonym: string) {
  const made = await signUp({
    pseudonym,
    passphrase: 'six quiet otters near the bridge',
    ownDevice: true,
  })
  if (made.kind !== 'signed-up') throw new Error(made.kind)
  const request = new Request('http://localhost/en/comments', {
    headers: { Cookie: made.cookie.split(';')[0] as string },
  })
  return { request, learnerId: (await getLearner(request))!.learnerId }
}

async function signInAgain(learnerId: string): Promise<Request> {
  const cookie = await startSession({ learnerId, ownDevice: false })
  return new Request('http://localhost/en/comments', {
    headers: { Cookie: cookie.split(';')[0] as string },
  })
}

/** What someone who asks for a moderator's page gets: the page, or the status of a refusal. */
function moderating(request: Request): Promise<'page' | number> {
  return requireRole(
    { request, context: { learner: () => getLearner(request) } },
    'moderator',
  ).then(
    () => 'page',
    ({ status }: Response) => status,
  )
}

const today = dayOf(systemClock.now())

describe('the host, at the command line', { timeout: 120_000 }, () => {
  let otter: Awaited<ReturnType<typeof someone>>
  let egret: Awaited<ReturnType<typeof someone>>
  beforeAll(async () => {
    otter = await someone('Calm Otter 42')
    egret = await someone('Bright Egret 7')
    await someone('Quiet Bystander 1')
  })

  test('P13: gives a role to someone, whose old sessions end and whose next one has it', async () => {
    expect(await people(['log'])).toEqual({
      code: 0,
      said: 'No role was given or taken yet.\n',
      complained: '',
    })
    expect(await people(['roles'])).toEqual({
      code: 0,
      said: 'Nobody has a role.\n',
      complained: '',
    })
    expect(await moderating(otter.request)).toBe(404)
    expect(await people(['grant', 'moderator', '  calm OTTER 42'], {}, throughNpm)).toMatchObject({
      code: 0,
      said: 'Calm Otter 42 now has the role moderator, and is signed out everywhere.\n',
    })
    expect(await moderating(otter.request)).toBe(303)
    expect(await moderating(await signInAgain(otter.learnerId))).toBe('page')
    expect(await moderating(egret.request)).toBe(404)
    expect((await people(['grant', 'host', 'Bright Egret 7'])).code).toBe(0)
  })

  test('sees who has a role, and nothing of anyone else', async () => {
    expect((await people(['roles'])).said).toBe(
      'host       Bright Egret 7\nmoderator  Calm Otter 42\n',
    )
  })

  test('is told, with exit code 1, what cannot be done, and nothing is changed by it', async () => {
    const signedIn = await signInAgain(otter.learnerId)
    const refused = [
      [
        ['grant', 'moderator', 'Calm Otter 42'],
        'Calm Otter 42 has the role moderator. Nothing was changed.',
      ],
      [
        ['withdraw', 'host', 'Calm Otter 42'],
        'Calm Otter 42 does not have the role host. Nothing was changed.',
      ],
      [['grant', 'moderator', 'Nobody 99'], 'Nobody here has the pseudonym "Nobody 99".'],
      [
        ['grant', 'emperor', 'Calm Otter 42'],
        'There is no role "emperor". There are: moderator, host.',
      ],
      [['grant', 'moderator'], 'Whose role? Write the pseudonym after it, in quotation marks.'],
    ] as const
    const answers = await Promise.all(refused.map(([words]) => people([...words])))
    expect(answers).toEqual(
      refused.map(([, complaint]) => ({ code: 1, said: '', complained: `${complaint}\n` })),
    )
    expect((await people(['list'])).complained).toMatch(/^npm run people -- grant ROLE "PSEUDONYM"/)
    expect(await moderating(signedIn)).toBe('page')
  })

  test('P13: takes a role away: anyone who is reading as a moderator is refused at the next request', async () => {
    const reading = await signInAgain(otter.learnerId)
    expect(await moderating(reading)).toBe('page')
    expect(await people(['withdraw', 'moderator', 'Calm Otter 42'])).toEqual({
      code: 0,
      said: 'Calm Otter 42 no longer has the role moderator, and is signed out everywhere.\n',
      complained: '',
    })
    expect(await moderating(reading)).toBe(303)
    expect(await moderating(await signInAgain(otter.learnerId))).toBe(404)
  })

  test('reads in the log what was done on which day, where an erased person has no name any more', async () => {
    await erasePeople([egret.learnerId], { published: 'remove' })
    expect((await people(['log'])).said).toBe(
      `${today}  granted    moderator  Calm Otter 42\n${today}  granted    host       (erased)\n` +
        `${today}  withdrawn  moderator  Calm Otter 42\n`,
    )
    expect((await people(['roles'])).said).toBe('Nobody has a role.\n')
  })

  test('who acts twice at once, while the site writes, changes and notes it once', async () => {
    const { learnerId } = await someone('Busy Badger 3')
    const writing = Promise.all(
      Array.from({ length: 50 }, () => startSession({ learnerId, ownDevice: false })),
    )
    const answers = await Promise.all(
      [1, 2, 3].map(() => people(['grant', 'host', 'Busy Badger 3'])),
    )
    await writing
    expect(answers.map(({ code }) => code)).toContain(0)
    for (const { said, complained } of answers)
      expect(said + complained).toMatch(/^Busy Badger 3 (now )?has the role host[.,]/)
    expect((await people(['log'])).said.match(/Busy Badger 3/g)).toHaveLength(1)
    expect((await people(['roles'])).said).toBe('host  Busy Badger 3\n')
  })

  test('gets a sentence, not a stack, where there is no database, an empty one or a bad setting', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cirkel-people-'))
    writeFileSync(join(folder, 'empty.db'), '')
    const complaints = await Promise.all(
      [
        { DATABASE_URL: `file:${folder}/none.db` },
        { DATABASE_URL: `file:${folder}/empty.db` },
        { PORT: 'eighty' },
      ].map(async (settings) => (await people(['roles'], settings)).complained),
    )
    expect(complaints).toEqual([
      `There is no database at file:${folder}/none.db yet. Start the site once: npm start\n`,
      'The database is of an older version. Start the site once: npm start\n',
      'PORT must be a number.\n',
    ])
  })
})
