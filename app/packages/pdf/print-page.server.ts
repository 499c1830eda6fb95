import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** A Chromium, and how it is started on this machine. */
export interface Browser {
  path: string
  args: readonly string[]
}

const maxMs = 240_000

/**
 * Prints an HTML page as a tagged PDF with its outline, in a browser that reaches no network and
 * keeps nothing. Rejects where the browser cannot be run.
 */
export async function printPage(html: string, { path, args }: Browser): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'book-'))
  try {
    const [page, pdf] = [join(folder, 'book.html'), join(folder, 'book.pdf')]
    await writeFile(page, html)
    await promisify(execFile)(
      path,
      [
        ...args,
        '--headless',
        `--user-data-dir=${join(folder, 'profile')}`,
        '--host-resolver-rules=MAP * ~NOTFOUND',
        '--no-pdf-header-footer',
        '--generate-pdf-document-outline',
        `--print-to-pdf=${pdf}`,
        pathToFileURL(page).href,
      ],
      { timeout: maxMs },
    )
    return await readFile(pdf)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
