import { rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from '../../platform/make-folder.server.ts'
import { newId } from '../../platform/random.server.ts'

let isTold = false

/**
 * Keeps a file in the cache folder, whole or not at all. Where it cannot be written, as on a full
 * disk, the site goes on without, and the host is told once that the next start is slower.
 */
export async function writeCached(file: string, content: string | Buffer): Promise<void> {
  const draft = `${file}.${newId()}`
  try {
    makeFolder(dirname(file))
    await writeFile(draft, content)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    if (isTold) return
    isTold = true
    const { code } = error as { code?: string }
    console.warn(
      `CACHE, the folder ${dirname(file)}, cannot be written (${code}): the next start is slower.`,
    )
  }
}
