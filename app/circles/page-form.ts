/**
 * What a page of several parts sends: its button, what that stands beside, and all that is typed on
 * the page.
 */
export interface PageForm {
  intent: string
  /** The seat or meeting that the button stands beside; empty where it stands beside none. */
  item: string
  typed: Record<string, string>
}

/**
 * What the button asks for of which a browser presses the first one when somebody presses Enter in
 * a field.
 */
export const saveOne = 'save-one'

/** Reads such a form. Null where it holds a field that the page does not have, or one twice. */
export function readPageForm(
  fields: URLSearchParams,
  isField: (name: string) => boolean,
): PageForm | null {
  const pairs = [...fields].filter(([name]) => name !== 'intent')
  const isKnown = pairs.every(([name, value]) => isField(name) && value.length <= 5000)
  const button = /^([a-z-]{1,40})(?::([a-z0-9-]{1,40}))?$/.exec(fields.get('intent') ?? '')
  const isOnce =
    fields.getAll('intent').length === 1 &&
    new Set(pairs.map(([name]) => name)).size === pairs.length
  if (!button || !isKnown || !isOnce) return null
  return { intent: button[1] as string, item: button[2] ?? '', typed: Object.fromEntries(pairs) }
}

/** The part that a button saves: its intent, with what it stands beside. */
export function partOf({ intent, item }: Pick<PageForm, 'intent' | 'item'>): string {
  return item ? `${intent}:${item}` : intent
}

/**
 * Where Enter was pressed in a field, the form with the button of the one part that was changed;
 * else the form as it is.
 */
export function withButton<T extends PageForm>(form: T, changed: readonly string[]): T {
  const [only, ...others] = changed
  if (form.intent !== saveOne || !only || others.length > 0) return form
  const [intent = '', item = ''] = only.split(':')
  return { ...form, intent, item }
}
