import { z } from 'zod'
import { isSecret } from '../../platform/secret-fields.ts'
import { safePath } from './safe-path.ts'

/**
 * A form whose sender was not signed in. It is held by the pages of signing in, in a hidden field,
 * until its sender sends it once more; the server stores nothing of it (decision 035).
 */
export interface PendingForm {
  /** The path that it was sent to. */
  to: string
  fields: [name: string, value: string][]
}

const fieldList = z.array(z.tuple([z.string(), z.string()])).min(1)

/**
 * The form as it arrives when it was sent without a session. Secrets are left out; null where
 * nothing else is in it.
 */
export function pendingFrom(to: string | null, sent: URLSearchParams): PendingForm | null {
  const path = safePath(to)
  const all = [...sent]
  const fields = all.filter(([name]) => !isSecret(name))
  const isEmpty = fields.every(([name]) => name === 'intent') && fields.length < all.length
  return path && fields.length > 0 && !isEmpty ? { to: path, fields } : null
}

/**
 * Reads what a page of signing in holds in its hidden fields. Null where it holds no form, or one
 * that cannot be read.
 */
export function readPending(
  to: string | null | undefined,
  text: string | null | undefined,
): PendingForm | null {
  const path = safePath(to)
  if (!path || !text) return null
  try {
    const fields = fieldList.safeParse(JSON.parse(text))
    return fields.success ? { to: path, fields: fields.data } : null
  } catch {
    return null
  }
}

/** Writes the fields as a page of signing in holds them. */
export function writePending({ fields }: PendingForm): string {
  return JSON.stringify(fields)
}

// The value of a choice, such as an id, a country's code or a day. What people write has spaces or
// other letters.
const choice = /^[\w.:+-]*$/

const isWritten = (value: string) => !choice.test(value.trim())

/**
 * Whether the form holds choices apart from what was written in it: their values are no words that
 * a person knows them by.
 */
export function hasChoices({ fields }: PendingForm): boolean {
  return fields.some(([, value]) => value !== '' && !isWritten(value))
}

/**
 * The texts that a person has written in a form, to be shown to them; not the values of its
 * choices.
 */
export function writtenTexts({ fields }: PendingForm): string[] {
  return [...new Set(fields.map(([, value]) => value.trim()))].filter(isWritten)
}
