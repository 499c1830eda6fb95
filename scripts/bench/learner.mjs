import { fetchRaw, formHeaders } from './http.mjs'

/**
 * The forms that answer a chapter's questions with one radio button each, as its page offers them.
 * @param {string} html
 */
export function answerForms(html) {
  return html.split('data-question="').flatMap((part, i) => {
    const id = /^[^"]+/.exec(part)?.[0] ?? ''
    // Other radio buttons say how sure one is, or choose a step of a situation.
    const radio = [
      ...part.matchAll(/<input[^>]*type="radio"[^>]*name="([^"]+)"[^>]*value="([^"]+)"/g),
    ].find(([, name]) => name === `q.${id}`)
    return i > 0 && radio
      ? [new URLSearchParams([['intent', 'answer'], ['check', id], radio.slice(1, 3)]).toString()]
      : []
  })
}

/** The passphrase of everyone who signs up here. */
export const passphrase = 'a long enough passphrase'

/**
 * Makes an account with a plain post. Returns the headers that a signed-in person's form is sent
 * with.
 * @param {string} origin
 * @param {string} pseudonym
 */
export async function signUp(origin, pseudonym) {
  const body = new URLSearchParams({ pseudonym, passphrase }).toString()
  const { status, headers } = await fetchRaw(`${origin}/en/sign-up`, {
    method: 'POST',
    headers: formHeaders,
    body,
  })
  const cookie = headers.find(([name]) => name.toLowerCase() === 'set-cookie')?.[1].split(';')[0]
  if (status !== 303 || !cookie) throw new Error(`Nobody could sign up: ${status}.`)
  return { ...formHeaders, cookie }
}
