import type { Language } from '../i18n/languages.ts'
import { siteLanguages } from '../i18n/request-language.server.ts'
import { BadEnvironment, type Environment, environment } from '../platform/environment.server.ts'

type LeaveSettings = Pick<Environment, 'LEAVE_TO' | 'leaveOfLanguages'>

/** The name of the setting of one language: LEAVE_TO_SV. */
const nameFor = ({ tag }: Language) => `LEAVE_TO_${tag.replaceAll('-', '_').toUpperCase()}`

/**
 * Where the Leave button goes in each language, by the language's tag. Throws {@link
 * BadEnvironment} for a setting of a language that the site does not have: a mistyped name would
 * send people elsewhere than the host meant.
 */
export function leaveAddresses(
  { LEAVE_TO, leaveOfLanguages }: LeaveSettings,
  languages: readonly Language[],
): Map<string, string> {
  const names = languages.map(nameFor)
  const unknown = Object.keys(leaveOfLanguages).filter((name) => !names.includes(name))
  if (unknown.length > 0)
    throw new BadEnvironment(
      unknown
        .map((name) => `${name} must name a language of the site: ${names.join(', ')}.`)
        .join('\n'),
    )
  return new Map(
    languages.map((language) => [language.tag, leaveOfLanguages[nameFor(language)] ?? LEAVE_TO]),
  )
}

const addresses = leaveAddresses(environment, siteLanguages)

/** Where the Leave button goes in a language of this site. */
export function leaveAddress({ tag }: Language): string {
  return addresses.get(tag) ?? environment.LEAVE_TO
}
