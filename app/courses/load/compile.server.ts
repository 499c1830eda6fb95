import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { escapeIds, remarkChapter, splitFrontMatter } from '../parse/remark-chapter.ts'
import { remarkTables } from '../parse/remark-tables.ts'
import { type ReaderMarks, remarkReaderMarks } from '../translations/reader-marks.ts'
import { writeCached } from './cache-folder.server.ts'

/** Raise when remarkChapter changes what it makes of the same text. */
const ownVersion = 3
const compilerVersion = `${(createRequire(import.meta.url)('mdx-bundler/package.json') as { version: string }).version}+${ownVersion}`

let queue: Promise<unknown> = Promise.resolve()

async function compile(source: string, marks: ReaderMarks | null): Promise<string> {
  // Loaded only when something has to be compiled: it takes tens of megabytes.
  const { bundleMDX } = await import('mdx-bundler')
  const { code } = await bundleMDX({
    source: escapeIds(splitFrontMatter(source).body),
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [
        ...(options.remarkPlugins ?? []),
        remarkTables,
        remarkChapter,
        ...(marks ? [[remarkReaderMarks, marks] as [typeof remarkReaderMarks, ReaderMarks]] : []),
      ],
    }),
    esbuildOptions: (options) => ({ ...options, minify: true, target: 'es2022' }),
  })
  return code
}

/**
 * Compiles a chapter that readMarkup found no fault with. One at a time, since parallel compiles
 * eat memory; kept in the cache folder by content and compiler version, so that an unchanged
 * chapter costs a file read. `marks` tell readers of a translation what is older than its source.
 */
export async function compileChapter(
  source: string,
  cacheFolder: string,
  marks: ReaderMarks | null = null,
): Promise<string> {
  const marked = marks ? JSON.stringify(marks) : ''
  const file = join(
    cacheFolder,
    `${createHash('sha256').update(`${compilerVersion}\n${marked}${source}`).digest('hex')}.js`,
  )
  const cached = await readFile(file, 'utf8').catch(() => null)
  if (cached !== null) return cached
  const job = queue.then(() => compile(source, marks))
  queue = job.catch(() => {})
  const code = await job
  await writeCached(file, code)
  return code
}
