import { z } from 'zod'

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')
const httpAddress = z.url({ protocol: /^https?$/, error: 'must be an address that begins with http:// or https://' })

const schema = z.object({
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65535, 'must be 0 to 65535')
    .default(3000),
  HOST: z.string().min(1, 'must be a host name or address').default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^file:.+/, 'must be a SQLite file, written file:./path/to/file.db')
    .default('file:./data/cirkel.db'),
  ORIGIN: httpAddress.transform((value) => new URL(value).origin).optional(),
  COURSES: z.string().min(1, 'must be a folder').default('./courses'),
  CACHE: z.string().min(1, 'must be a folder').default('./.cache'),
  SITE_NAME: z.string().trim().min(1, 'must not be empty').max(40, 'must be 40 characters at most').default('Notes'),
  LEAVE_TO: httpAddress.default('https://www.wikipedia.org/'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug'], { error: 'must be silent, error, warn, info or debug' }).default('info'),
  PSEUDO_RTL: flag.default(false),
})

/** The settings of the process. Each is documented in docs/hosting.md. */
export type Environment = z.infer<typeof schema>

/** Thrown at start when a setting has a bad value; its message names every such setting, a line each. */
export class BadEnvironment extends Error {
  override name = 'BadEnvironment'
}

/** Reads the settings once, through one schema. An empty string counts as not set. Throws {@link BadEnvironment}. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (result.success) return result.data
  throw new BadEnvironment(result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'))
}

/** The settings of this process. */
export const environment = readEnvironment(process.env)
