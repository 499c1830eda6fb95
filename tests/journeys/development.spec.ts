import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'

test('an author changes a chapter while `npm run dev` runs, and sees it in the browser without doing anything', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'development-'))
  cpSync('courses', join(folder, 'courses'), { recursive: true })
  copyFileSync('.cache/tests/template.db', join(folder, 'site.db'))
  const env = {
    ...process.env,
    PORT: '0',
    COURSES: join(folder, 'courses'),
    DATABASE_URL: `file:${join(folder, 'site.db')}`,
  }
  const child = spawn(process.execPath, ['scripts/dev.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const origin = await new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const ready = /^Ready on (http:\S+)/.exec(line)
        if (ready) resolve(ready[1] as string)
      })
    })
    await page.goto(`${origin}/en/courses/run-a-party/why-parties`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why parties')
    await expect(page.locator('main')).toHaveCSS('display', 'block')
    const file = join(folder, 'courses/run-a-party/01-why-parties/en.mdx')
    const text = readFileSync(file, 'utf8')
    await expect(async () => {
      writeFileSync(file, text.replace('title: Why parties', 'title: Why parties, again'))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Why parties, again', {
        timeout: 5000,
      })
    }).toPass({ timeout: 120_000 })
    await page.goto(`${origin}/en/parts`)
    await expect(page.getByRole('heading', { name: 'Question: scenario' })).toBeVisible({
      timeout: 60_000,
    })
  } finally {
    const ended = once(child, 'exit')
    child.kill()
    await ended
  }
})

test('a site that people use has no page of the interface’s parts', () => {
  expect(readFileSync('build/server/index.js', 'utf8')).not.toContain('Parts of the interface')
})
