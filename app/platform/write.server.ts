import { setTimeout as pause } from 'node:timers/promises'

const pauses = [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560]

function isBusy(error: unknown): boolean {
  return (
    error instanceof Error &&
    /SQLITE_BUSY|database is locked|SocketTimeout|P1008/i.test(`${error.message} ${String((error as { code?: unknown }).code)}`)
  )
}

/**
 * Runs a write, again while another process holds the file, for about five seconds in all; then throws what the last try threw.
 * The one place where a busy database is waited for: every store writes through it. The write must be safe to run twice.
 */
export async function write<T>(attempt: () => Promise<T>, wait: (ms: number) => Promise<unknown> = pause): Promise<T> {
  for (const ms of pauses) {
    try {
      return await attempt()
    } catch (error) {
      if (!isBusy(error)) throw error
      await wait(ms)
    }
  }
  return attempt()
}
