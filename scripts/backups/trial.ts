import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { BackupFault } from './backup-fault.ts'
import { onEnd } from './scratch.ts'

/** How long a site may take to start, with courses to be compiled, in milliseconds. */
const patience = 300_000

interface Site {
  origin: string
  stop(): Promise<void>
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

/** Starts the built site at a free port of this machine that nobody else can reach. */
async function startSite(settings: Record<string, string>): Promise<Site> {
  const child = spawn(process.execPath, ['scripts/serve.mjs'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'error',
      ...settings,
      ...{ PORT: '0', HOST: '127.0.0.1', ORIGIN: '' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onEnd(() => child.kill('SIGKILL'))
  let complaint = ''
  child.stderr?.on('data', (piece: Buffer) => {
    complaint += piece
  })
  const lines = createInterface({ input: child.stdout as Readable })
  const timer = setTimeout(() => child.kill('SIGKILL'), patience)
  try {
    const origin = await new Promise<string>((resolve, reject) => {
      child.once('exit', () =>
        reject(new BackupFault(`The site does not start on it: ${complaint.trim().slice(-600)}`)),
      )
      lines.on('line', (line) => {
        const address = /^Ready on (\S+)/.exec(line)?.[1]
        if (address) resolve(address)
      })
    })
    return { origin, stop: () => stop(child) }
  } finally {
    clearTimeout(timer)
  }
}

async function textOf(url: string, form?: URLSearchParams): Promise<string> {
  const response = await fetch(url, form ? { method: 'POST', body: form } : {})
  if (response.status === 200) return response.text()
  await response.body?.cancel()
  throw new BackupFault(`The site on it answers ${new URL(url).pathname} with ${response.status}.`)
}

/** The paths that a page leads to and that are made as a pattern says. */
function linksIn(html: string, pattern: RegExp): string[] {
  const links = [...html.matchAll(/ href="([^"#?]+)"/g)].map(([, path]) => path as string)
  return [...new Set(links)].filter((path) => pattern.test(path))
}

/** A question of a chapter with options to choose from, as a guest answers it without script. */
function formIn(html: string): { question: string; fields: URLSearchParams } | null {
  const [, question, value] =
    /<input type="radio" name="q\.([\w-]+)" value="([\w-]+)"/.exec(html) ?? []
  if (!question || !value) return null
  const fields = new URLSearchParams({
    intent: 'answer',
    [`q.${question}`]: value,
    check: question,
  })
  return { question, fields }
}

/** What a trial found. */
export interface Trial {
  /** The path of the chapter that was read. */
  chapter: string
  /** The question that was answered as a guest; null where no chapter has one with options. */
  question: string | null
}

async function readAndAnswer(origin: string): Promise<Trial> {
  await textOf(`${origin}/healthz`)
  const home = await textOf(`${origin}/`)
  const courses = linksIn(home, /^\/[\w-]+\/courses\/[\w-]+$/)
  const chapters: string[] = []
  for (const course of courses) {
    const page = await textOf(origin + course)
    const paths = linksIn(page, /^\/[\w-]+\/courses\/[\w-]+\/[\w-]+$/)
    chapters.push(...paths.filter((path) => path.startsWith(`${course}/`)))
  }
  let read: string | null = null
  for (const chapter of chapters) {
    const html = await textOf(origin + chapter)
    if (!html.includes('<article class="chapter')) continue
    read ??= chapter
    const form = formIn(html)
    if (!form) continue
    const marked = await textOf(origin + chapter, form.fields)
    if (!marked.includes(`name="checked" value="${form.question}"`))
      throw new BackupFault(
        `The site on it does not mark an answer to ${form.question} in ${chapter}.`,
      )
    return { chapter, question: form.question }
  }
  if (!read)
    throw new BackupFault('The site on it shows no chapter. Are the courses there, in COURSES?')
  return { chapter: read, question: null }
}

/**
 * Starts the site with a database, reads a chapter, answers a question as a guest, and stops it.
 * Throws a {@link BackupFault} that says what does not work.
 */
export async function tryOut(settings: Record<string, string>): Promise<Trial> {
  const site = await startSite(settings)
  try {
    return await readAndAnswer(site.origin)
  } finally {
    await site.stop()
  }
}

/** A trial that went well, as a sentence. */
export function describeTrial({ chapter, question }: Trial): string {
  return question
    ? `A site started on it: ${chapter} could be read, and a guest’s answer to the question ${question} was marked.`
    : `A site started on it, and ${chapter} could be read. No chapter has a question with options, so none was answered.`
}
