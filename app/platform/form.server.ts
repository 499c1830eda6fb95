import type { z } from 'zod'
import { httpError } from './http-errors.ts'
import { isSecret } from './secret-fields.ts'

/**
 * What a form held: its values, or the problems a field, with what was typed so that nothing is
 * lost. A problem is a key of the interface's texts.
 */
export type FormOutcome<T> =
  | { kind: 'ok'; value: T }
  | { kind: 'bad'; problems: Record<string, string>; typed: Record<string, string> }

/** The fields of a posted form. Answers 400 or 415 to a body that is no plain form. */
export async function readForm(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('application/x-www-form-urlencoded')) throw httpError(415)
  const fields = new URLSearchParams(await request.text())
  for (const [name, value] of fields)
    if (name.includes('\0') || value.includes('\0')) throw httpError(400)
  return fields
}

/**
 * Holds a form's fields against a schema. Unknown fields are refused with 400; secrets are not
 * given back.
 */
export function checkForm<T extends z.ZodObject>(
  fields: URLSearchParams,
  schema: T,
): FormOutcome<z.infer<T>> {
  const typed = Object.fromEntries(fields)
  for (const name of fields.keys()) if (!Object.hasOwn(schema.shape, name)) throw httpError(400)
  const result = schema.safeParse(typed)
  if (result.success) return { kind: 'ok', value: result.data }
  const problems: Record<string, string> = {}
  for (const issue of result.error.issues) problems[String(issue.path[0])] ??= issue.message
  return {
    kind: 'bad',
    problems,
    typed: Object.fromEntries(Object.entries(typed).filter(([name]) => !isSecret(name))),
  }
}
