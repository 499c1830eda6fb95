import type { Block } from './block.ts'
import { yamlBlocks } from './yaml-blocks.ts'

const pluralEnding = /_(zero|one|two|few|many|other)$/

/** The texts of a file of the interface, by their keys: "next", "questions_one". */
export function interfaceBlocks(written: string): Block[] {
  // JSON is YAML.
  return yamlBlocks(written).map((block) => ({ ...block, form: 'json' }))
}

/** A text's key without the ending for its number; null where it does not count. */
export function pluralKey(id: string): string | null {
  return pluralEnding.test(id) ? id.replace(pluralEnding, '') : null
}

/** The forms of number that a language has, in the order of Unicode: one, few, many, other. */
export function pluralForms(lang: string): Intl.LDMLPluralRule[] {
  const has = new Set(new Intl.PluralRules(lang).resolvedOptions().pluralCategories)
  return (['zero', 'one', 'two', 'few', 'many', 'other'] as const).filter((form) => has.has(form))
}

/** The blocks of English, with the forms of number that another language has in place of its own. */
export function pluralBlocks(blocks: readonly Block[], lang: string): Block[] {
  const byId = new Map(blocks.map((block) => [block.id, block]))
  const done = new Set<string>()
  return blocks.flatMap((block) => {
    const key = pluralKey(block.id)
    if (key === null) return [block]
    if (done.has(key)) return []
    done.add(key)
    return pluralForms(lang).map((form) => {
      const like = byId.get(`${key}_${form}`) ?? byId.get(`${key}_other`) ?? block
      return { ...like, id: `${key}_${form}` }
    })
  })
}
