import { type AppLoadContext, data } from '@remix-run/node'
import { seeOther } from '../../platform/http-errors.ts'
import { type PendingForm, pendingFrom, readPending } from './pending-form.ts'
import { type Onward, onwardForm } from './pending-form-views.tsx'
import { safePath } from './safe-path.ts'
import { learnerIn, type SignedIn } from './sessions.server.ts'

/**
 * What a page of signing in shows once its visitor is signed in: the form that came along, which
 * they send or drop.
 */
export interface Resume {
  kind: 'resume'
  pending: PendingForm
  pseudonym: string
}

/**
 * What a page of signing in shows while nobody is signed in: its own form, after a try with what
 * was wrong and what was typed.
 */
export interface SignInForm extends Onward {
  kind: 'form'
  isTried: boolean
  problems: Record<string, string>
  typed: Record<string, string>
}

/**
 * Where a post to a page of signing in goes on to, with which form. `isNew`: it carries only that,
 * and is no try to sign in. A form that was sent without a session arrives with its own fields, and
 * its path in the address; from then on a hidden field holds it.
 */
export function receivePending(
  request: Request,
  fields: URLSearchParams,
  context: AppLoadContext,
): Onward & { isNew: boolean } {
  const received = onwardIn(request.url, fields)
  if (received.pending) context.languageForm = onwardForm
  return received
}

function onwardIn(url: string, fields: URLSearchParams): Onward & { isNew: boolean } {
  const address = new URL(url).searchParams.get('to')
  if (address !== null && !fields.has('pending'))
    return { to: safePath(address), pending: pendingFrom(address, fields), isNew: true }
  const to = fields.get('to')
  const isNew =
    fields.has('to') && [...fields.keys()].every((name) => name === 'to' || name === 'pending')
  return { to: safePath(to), pending: readPending(to, fields.get('pending')), isNew }
}

// The requests that a page of signing in answers itself, although their sender is signed in by now.
const answered = new WeakSet<AppLoadContext>()

/**
 * Sends someone who is signed in already home from a page of signing in, unless it shows them the
 * form that came along.
 */
export async function leaveIfSignedIn(context: AppLoadContext, home: string): Promise<void> {
  if (!answered.has(context) && (await context.learner())) throw seeOther(home)
}

/** For someone who is signed in: shows the form that came along, or goes on where none did. */
export function resumeFor(
  { pseudonym }: SignedIn,
  {
    pending,
    context,
    path,
    headers,
  }: Pick<Onward, 'pending'> & { context: AppLoadContext; path: string; headers?: HeadersInit },
) {
  if (!pending) throw seeOther(path, headers)
  answered.add(context)
  return data<Resume>({ kind: 'resume', pending, pseudonym }, headers ? { headers } : undefined)
}

/** For someone who has just signed in; the page that shows the form knows them already. */
export async function resumeAfter(
  cookie: string,
  options: Pick<Onward, 'pending'> & { context: AppLoadContext; path: string },
) {
  return resumeFor(await becomeLearner(cookie, options.context), {
    ...options,
    headers: { 'Set-Cookie': cookie },
  })
}

/** Lets the rest of a request know who has signed in with it. */
export async function becomeLearner(cookie: string, context: AppLoadContext): Promise<SignedIn> {
  const learner = await learnerIn(cookie)
  if (!learner) throw new Error('A session that was just started cannot be found.')
  answered.add(context)
  context.learner = async () => learner
  return learner
}

/** The form of a page of signing in, to be shown once more. */
export function signInForm(
  onward: Onward,
  {
    problems = {},
    typed = {},
    isTried = true,
  }: Partial<Pick<SignInForm, 'problems' | 'typed' | 'isTried'>>,
  init?: ResponseInit,
) {
  return data<SignInForm>(
    { kind: 'form', isTried, problems, typed, to: onward.to, pending: onward.pending },
    init,
  )
}

/** The form of a page of signing in, when its visitor must wait before the next try. */
export function waitForm(
  onward: Onward,
  problems: Record<string, string>,
  typed: Record<string, string>,
  seconds: number,
) {
  return signInForm(
    onward,
    { problems, typed },
    { status: 429, headers: { 'Retry-After': String(seconds) } },
  )
}
