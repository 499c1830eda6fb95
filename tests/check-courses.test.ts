import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

function check(settings: Record<string, string>, ...folder: string[]) {
  const env = { ...process.env, CACHE: './.cache/test-command', ...settings }
  const { status, stdout, stderr } = spawnSync(
    'node_modules/.bin/tsx',
    ['scripts/check-courses.ts', ...folder],
    { encoding: 'utf8', env },
  )
  return { status, stdout, stderr }
}

test(
  'npm run courses:check checks the courses that the site serves, or those of a folder that is named',
  { timeout: 60_000 },
  () => {
    const good = './tests/broken-courses/good'
    expect(check({ COURSES: good }).stdout).toMatch(/^tiny: .* No problems\.$/m)
    const broken = check({ COURSES: './tests/broken-courses/none' })
    expect([broken.status, broken.stderr]).toEqual([
      1,
      expect.stringContaining('There is no course in this folder'),
    ])
    expect(check({ COURSES: './tests/broken-courses/none' }, good).status).toBe(0)
  },
)
