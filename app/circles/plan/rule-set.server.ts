import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { BadEnvironment, environment } from '../../platform/environment.server.ts'
import { type RuleSet, ruleSetSchema, swedishPractice } from './rule-set.ts'

function contentOf(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new BadEnvironment(
      `CIRCLE_RULES cannot be read: ${(error as Error).message.split('\n')[0]}.`,
    )
  }
}

/**
 * Reads an organisation's rules from a file of YAML or JSON. Throws {@link BadEnvironment} with
 * every fault in words.
 */
export function readRuleSet(path: string | undefined): RuleSet {
  if (path === undefined) return swedishPractice
  const result = ruleSetSchema.safeParse(contentOf(path))
  if (result.success) return result.data
  throw new BadEnvironment(
    result.error.issues
      .map(({ path: at, message }) => `CIRCLE_RULES ${at.join('.')} ${message}.`)
      .join('\n'),
  )
}

/** The rules that circles on this site are held against. */
export const ruleSet = readRuleSet(environment.CIRCLE_RULES)
