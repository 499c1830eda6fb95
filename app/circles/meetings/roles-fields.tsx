import { useTexts } from '../../i18n/use-texts.ts'
import { SeenBy } from '../../ui/form.tsx'
import type { Roles } from '../circle.ts'
import { PartButton, SeatChoice, type SeatName, type Unsaved } from './meeting-parts.tsx'

/**
 * Who leads, opens and takes notes. Where nobody has a task yet, the one whose turn it is stands
 * there to be confirmed.
 */
export function RolesFields({
  roles,
  areProposed,
  people,
  unsaved,
}: {
  roles: Roles
  /** Whether somebody is chosen who has not been given the role. */
  areProposed: boolean
  people: SeatName[]
  unsaved: Unsaved
}) {
  const { t } = useTexts()
  const seatOf = (role: keyof Roles) => unsaved[role] ?? roles[role]
  return (
    <div className="part">
      {areProposed && <p>{t('meetings:rolesAreProposed')}</p>}
      <SeenBy id="roles-seen">{t('meetings:notesSeenBy')}</SeenBy>
      <SeatChoice
        name="leads"
        label={t('meetings:whoLeads')}
        people={people}
        chosen={seatOf('leads')}
        seen="roles-seen"
      />
      <SeatChoice
        name="remembers"
        label={t('meetings:whoRemembers')}
        people={people}
        chosen={seatOf('remembers')}
        seen="roles-seen"
      />
      <SeatChoice
        name="notes"
        label={t('meetings:whoNotes')}
        people={people}
        chosen={seatOf('notes')}
        seen="roles-seen"
      />
      <PartButton intent="give-roles">{t('meetings:saveRoles')}</PartButton>
    </div>
  )
}
