import { useTexts } from '../../i18n/use-texts.ts'
import { NamedText } from '../../ui/named-text.tsx'
import type { Roles } from '../circle.ts'

const texts = {
  leads: 'meetings:leads',
  remembers: 'meetings:remembers',
  notes: 'meetings:notes',
} as const satisfies Record<keyof Roles, string>

/** Who leads a meeting, who opens it and who takes notes, or that nobody does yet; list items. */
export function RoleLines({ people }: { people: Record<keyof Roles, string | null> }) {
  const { t } = useTexts()
  return (['leads', 'remembers', 'notes'] as const).map((role) => {
    const name = people[role]
    return (
      <li key={role}>
        {name ? (
          <NamedText name={name} say={(marked) => t(texts[role], { name: marked })} />
        ) : (
          t(texts[role], { name: t('meetings:nobodyYet') })
        )}
      </li>
    )
  })
}
