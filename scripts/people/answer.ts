import { statSync } from 'node:fs'
import {
  type ChangeRoleOutcome,
  grantRole,
  withdrawRole,
} from '../../app/accounts/roles/change-role.server.ts'
import { findRoleChanges, findRoles } from '../../app/accounts/roles/role-store.server.ts'
import { isRole, roles } from '../../app/accounts/roles/roles.ts'
import { systemClock } from '../../app/platform/clock.ts'
import { closeDatabase } from '../../app/platform/database.server.ts'
import { databaseFault, isMissingTable } from '../../app/platform/database-errors.ts'
import { describeDatabase, environment } from '../../app/platform/environment.server.ts'
import { isServerAddress } from '../../app/platform/postgres/address.mjs'

/** What the command says, and whether it did what was asked. */
export interface Answer {
  isDone: boolean
  text: string
}

const usage = `npm run people -- grant ROLE "PSEUDONYM"      gives someone a role: ${roles.join(' or ')}
npm run people -- withdraw ROLE "PSEUDONYM"   takes it away
npm run people -- roles                       who has a role
npm run people -- log                         which roles were given and taken, and on which day`

const done = (text: string): Answer => ({ isDone: true, text })
const refused = (text: string): Answer => ({ isDone: false, text })

/** A line for each row, its columns below each other. */
function inColumns(rows: string[][]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(widest[i] ?? 0, cell.length)),
    [],
  )
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function outcomeText(
  outcome: ChangeRoleOutcome,
  { act, role, pseudonym }: { act: 'grant' | 'withdraw'; role: string; pseudonym: string },
): Answer {
  switch (outcome.kind) {
    case 'no-such-learner':
      return refused(`Nobody here has the pseudonym "${pseudonym}".`)
    case 'no-change':
      return refused(
        `${outcome.pseudonym} ${act === 'grant' ? 'has' : 'does not have'} the role ${role}. Nothing was changed.`,
      )
    case 'changed':
      return done(
        `${outcome.pseudonym} ${act === 'grant' ? 'now has' : 'no longer has'} the role ${role}, and is signed out everywhere.`,
      )
  }
}

async function change(act: 'grant' | 'withdraw', role: string, pseudonym: string): Promise<Answer> {
  if (!isRole(role)) return refused(`There is no role "${role}". There are: ${roles.join(', ')}.`)
  if (!pseudonym) return refused('Whose role? Write the pseudonym after it, in quotation marks.')
  const run = act === 'grant' ? grantRole : withdrawRole
  return outcomeText(await run({ pseudonym, role, clock: systemClock }), { act, role, pseudonym })
}

async function carryOut([command, role = '', ...words]: string[]): Promise<Answer> {
  switch (command) {
    case 'grant':
    case 'withdraw':
      return change(command, role, words.join(' '))
    case 'roles': {
      const roles = await findRoles()
      return done(
        inColumns(roles.map(({ role, pseudonym }) => [role, pseudonym])) || 'Nobody has a role.',
      )
    }
    case 'log': {
      const changes = await findRoleChanges()
      const rows = changes.map(({ day, act, role, pseudonym }) => [
        day,
        act,
        role,
        pseudonym ?? '(erased)',
      ])
      return done(inColumns(rows) || 'No role was given or taken yet.')
    }
    default:
      return refused(usage)
  }
}

/**
 * Does what the words of the command ask for, in the site's database, whether the site runs or not.
 */
export async function answer(words: string[]): Promise<Answer> {
  const url = environment.DATABASE_URL
  // One that this user may not look at is there.
  if (!isServerAddress(url) && !statSync(url.slice('file:'.length), { throwIfNoEntry: false }))
    return refused(`There is no database at ${url} yet. Start the site once: npm start`)
  try {
    return await carryOut(words)
  } catch (error) {
    if (isMissingTable(error))
      return refused('The database is of an older version. Start the site once: npm start')
    const fault = databaseFault(error)
    if (fault === 'busy')
      return refused(
        'Another program keeps the database busy. Nothing was changed; try again in a while.',
      )
    if (fault)
      return refused(
        `The database, ${describeDatabase()}, cannot be used: ${fault}. Nothing was changed.`,
      )
    throw error
  } finally {
    await closeDatabase()
  }
}
