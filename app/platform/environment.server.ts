import { existsSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { z } from 'zod'
import { type Icon, readIcon } from './icon.server.ts'
import { type LocalAddress, readLocalAddress } from './local-address.ts'
import { describeServer, isServerAddress, serverAddressFault } from './postgres/address.mjs'

const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true')
const httpAddress = z.url({
  protocol: /^https?$/,
  error: 'must be an address that begins with http:// or https://',
})

const icon = z.string().transform((path, context): Icon => {
  const outcome = readIcon(path)
  if (outcome.kind === 'icon') return outcome.icon
  context.addIssue({ code: 'custom', message: outcome.reason })
  return z.NEVER
})

const localAddress = z.string().transform((text, context): LocalAddress => {
  const address = readLocalAddress(text)
  if (address) return address
  context.addIssue({
    code: 'custom',
    message:
      'must be an address that only this machine reaches, such as 127.0.0.1:9464, or the path of a socket',
  })
  return z.NEVER
})

/** Why an address names no file that a database can be in, or null. */
function fileFault(address: string): string | null {
  if (!/^file:.+/.test(address))
    return 'must be a SQLite file, written file:./path/to/file.db, or a PostgreSQL database, written postgresql://…'
  if (/[?#]/.test(address)) return 'must be file: and a path alone: ? and # cannot be part of it'
  if (/^file:~/.test(address)) return 'must be a path: ~ means nothing here, write the whole path'
  if (/^file:\/\/[^/]/.test(address))
    return 'must be a file of this machine, written file:./path or file:/path'
  try {
    const path = decodeURIComponent(address.slice('file:'.length))
    if (/(^|\/)\.{0,2}$/.test(path)) return 'must be a file: the name ends as that of a folder'
    return existsSync(path) && statSync(path).isDirectory()
      ? `must be a file: ${path} is a folder`
      : null
  } catch {
    return 'must write % as %25'
  }
}

// As in any address, %20 is a space. From here on a file is file: and the path as it is.
const databaseAddress = z.string().transform((address, context) => {
  const isServer = isServerAddress(address)
  const fault = isServer ? serverAddressFault(address) : fileFault(address)
  if (!fault && isServer) return address
  if (!fault)
    return `file:${decodeURIComponent(address.slice('file:'.length)).replace(/^\/{3,}/, '/')}`
  context.addIssue({ code: 'custom', message: fault })
  return z.NEVER
})

const maxProcesses = 64

// How many processes answer requests; `auto` is as many as this machine works on at once.
const processes = z.string().transform((text, context): number => {
  if (text === 'auto') return Math.min(maxProcesses, availableParallelism())
  const count = /^\d+$/.test(text) ? Number(text) : 0
  if (count >= 1 && count <= maxProcesses) return count
  context.addIssue({
    code: 'custom',
    message: `must be auto, or a whole number from 1 to ${maxProcesses}`,
  })
  return z.NEVER
})

const schema = z.object({
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65535, 'must be 0 to 65535')
    .default(3000),
  // An IPv6 address is written in brackets in addresses of pages, and without them where one
  // listens.
  HOST: z
    .string()
    .min(1, 'must be a host name or address')
    .transform((value) => value.replace(/^\[(.*)\]$/, '$1'))
    .default('127.0.0.1'),
  DATABASE_URL: databaseAddress.default('file:./data/cirkel.db'),
  ORIGIN: httpAddress.transform((value) => new URL(value).origin).optional(),
  COURSES: z.string().min(1, 'must be a folder').default('./courses'),
  CACHE: z.string().min(1, 'must be a folder').default('./.cache'),
  SITE_NAME: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(40, 'must be 40 characters at most')
    .default('Notes'),
  ICON: icon.prefault('./public/icon.svg'),
  LEAVE_TO: httpAddress.default('https://www.wikipedia.org/'),
  UNUSED_MONTHS: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(1, 'must be 1 to 120')
    .max(120, 'must be 1 to 120')
    .default(12),
  PAGES_AT_ONCE: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(1, 'must be 1 to 10000')
    .max(10_000, 'must be 1 to 10000')
    .default(300),
  PROCESSES: processes.prefault('1'),
  PROOF_KEY: z.string().min(1, 'must be a file').optional(),
  LOG_LEVEL: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], {
      error: 'must be silent, error, warn, info or debug',
    })
    .default('info'),
  CIRCLE_MONTHS: z.coerce
    .number({ error: 'must be a number of months' })
    .int('must be whole months')
    .min(1, 'must be 1 to 60')
    .max(60, 'must be 1 to 60')
    .default(6),
  CIRCLE_RULES: z.string().min(1, 'must be a file').optional(),
  BACKUPS: z.string().min(1, 'must be a folder').optional(),
  METRICS: localAddress.optional(),
  BACKUP_DAYS: z.coerce
    .number({ error: 'must be a number of days' })
    .int('must be whole days')
    .min(1, 'must be 1 to 3650')
    .max(3650, 'must be 1 to 3650')
    .default(30),
  BACKUP_PASSPHRASE_FILE: z.string().min(1, 'must be a file').optional(),
  SEARCH_ENGINES: flag.default(false),
  DEVICE_RISK: z.enum(['usual', 'high'], { error: 'must be usual or high' }).default('usual'),
  PSEUDO_RTL: flag.default(false),
})

// LEAVE_TO_SV and the like. Which languages there are is not known here:
// app/safety/leave-address.server.ts checks the names.
const leaveOfLanguage = /^LEAVE_TO_/
const leaveSchema = z.record(z.string(), httpAddress)

/** The name of every setting but those for single languages. */
export const settingNames = Object.keys(schema.shape) as (keyof z.infer<typeof schema>)[]

/** The settings of the process. Each is documented in docs/hosting.md. */
export type Environment = z.infer<typeof schema> & {
  /** The addresses of single languages, by the setting's whole name. */
  leaveOfLanguages: Record<string, string>
}

/**
 * Thrown at start when a setting has a bad value; its message names every such setting, a line
 * each.
 */
export class BadEnvironment extends Error {
  override name = 'BadEnvironment'
}

/**
 * Reads the settings once, through one schema. An empty string counts as not set. Throws {@link
 * BadEnvironment}.
 */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const settings = schema.safeParse(given)
  const leave = leaveSchema.safeParse(
    Object.fromEntries(Object.entries(given).filter(([name]) => leaveOfLanguage.test(name))),
  )
  if (settings.success && leave.success) return { ...settings.data, leaveOfLanguages: leave.data }
  const issues = [...(settings.error?.issues ?? []), ...(leave.error?.issues ?? [])]
  throw new BadEnvironment(
    issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
  )
}

/** How many letters must be added, left out or replaced to make one word of another. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next.push(
        Math.min(
          (next[j - 1] as number) + 1,
          (row[j] as number) + 1,
          (row[j - 1] as number) + (one[i - 1] === other[j - 1] ? 0 : 1),
        ),
      )
    row = next
  }
  return row.at(-1) as number
}

/**
 * A sentence for each variable whose name is so near to a setting that it was probably meant for
 * it, and is not read.
 */
export function misspeltSettings(source: Record<string, string | undefined>): string[] {
  return Object.keys(source).flatMap((name) => {
    if (
      settingNames.some((known) => known === name) ||
      leaveOfLanguage.test(name) ||
      name.length < 4
    )
      return []
    const near = settingNames.find(
      (known) =>
        distance(name.toUpperCase(), known) <= (known.length < 6 ? 1 : 2) && name !== 'HOSTNAME',
    )
    return near ? [`${name} is not a setting, and is not read. Did you mean ${near}?`] : []
  })
}

/** The settings of this process. */
export const environment = readEnvironment(process.env)

/**
 * Whether the database is a file of this server's, in which what is deleted can be overwritten,
 * rather than a database server's, which other servers may use too.
 */
export function ownsDatabaseFile(): boolean {
  return !isServerAddress(environment.DATABASE_URL)
}

/** The folder for what a site keeps beside its database, such as the key of proofs. */
export function dataFolder(): string {
  return ownsDatabaseFile() ? dirname(environment.DATABASE_URL.slice('file:'.length)) : './data'
}

/** The database as it is named to the host, without a password. */
export function describeDatabase(url = environment.DATABASE_URL): string {
  return isServerAddress(url) ? describeServer(url) : `the file ${url.slice('file:'.length)}`
}
