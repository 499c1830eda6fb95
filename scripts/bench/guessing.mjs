import { memoryOf, processorTimeOf } from './child.mjs'
import { fetchRaw, formHeaders } from './http.mjs'
import { signUp } from './learner.mjs'
import { percentile } from './numbers.mjs'

const pairs = 15
const atOnce = 200

/**
 * Tries a wrong passphrase for a name. Gives the milliseconds until the answer.
 * @param {string} origin
 * @param {string} pseudonym
 */
async function guess(origin, pseudonym) {
  const before = performance.now()
  const body = new URLSearchParams({ pseudonym, passphrase: 'not the right passphrase' }).toString()
  const { status } = await fetchRaw(`${origin}/en/sign-in`, {
    method: 'POST',
    headers: formHeaders,
    body,
  })
  if (status !== 400) throw new Error(`A wrong passphrase was answered with ${status}.`)
  return performance.now() - before
}

/**
 * What a guess costs the server, whether it takes longer for a name that somebody has, and how much
 * more memory many at once take.
 * @param {import('./child.mjs').Child} server
 */
export async function measureGuessing({ origin, pid }) {
  for (let n = 0; n < pairs; n += 1) await signUp(origin, `bench guessed ${n}`)
  const known = []
  const unknown = []
  const usedBefore = processorTimeOf(pid)
  for (let n = 0; n < pairs; n += 1) {
    known.push(await guess(origin, `bench guessed ${n}`))
    unknown.push(await guess(origin, `bench nobody ${n}`))
  }
  const processorMs = ((processorTimeOf(pid) - usedBefore) * 1000) / (2 * pairs)

  const before = memoryOf(pid)
  let highest = before
  const watching = setInterval(() => {
    highest = Math.max(highest, memoryOf(pid))
  }, 20)
  await Promise.all(Array.from({ length: atOnce }, (_, n) => guess(origin, `bench crowd ${n}`)))
  clearInterval(watching)
  // Other work on the machine only ever makes an answer later: of the times, the earlier ones tell
  // more.
  return {
    processorMs,
    known: percentile(known, 25),
    unknown: percentile(unknown, 25),
    atOnce,
    moreMemory: highest - before,
  }
}
