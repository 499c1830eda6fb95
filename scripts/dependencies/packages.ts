/** A package as the lock file names it. */
export interface LockedPackage {
  name: string
  version: string
  licence: string
  hasInstallScript: boolean
  isForDevelopment: boolean
  integrity: string
}

// Licences that ask for no more than their notice (of fonts, also that they are not sold alone), and,
// of what is used in development only, those that keep changes to themselves open.
const anywhere = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]
const inDevelopment = [...anywhere, 'MPL-2.0', 'Python-2.0', 'CC-BY-3.0', 'CC-BY-4.0']

// Packages that do not say it where npm looks: each was read, and has the MIT licence in a file or
// in an older field.
const readByHand: Readonly<Record<string, string>> = {
  'eval 0.1.8': 'MIT',
  'format 0.2.2': 'MIT',
  'require-like 0.1.2': 'MIT',
}

// What would run at installing, if .npmrc did not forbid it: they fetch binaries, which come as
// packages too, or are not needed.
const expectedScripts = ['@prisma/client', '@prisma/engines', 'esbuild', 'prisma', 'vnu-jar']

/** The packages of a lock file. */
export function readLock(text: string): LockedPackage[] {
  const { packages } = JSON.parse(text) as { packages: Record<string, Record<string, unknown>> }
  return Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, found]) => {
      const name = path.replace(/^.*node_modules\//, '')
      const version = String(found.version)
      return {
        name,
        version,
        licence: String(found.license ?? readByHand[`${name} ${version}`] ?? 'none'),
        hasInstallScript: found.hasInstallScript === true,
        isForDevelopment: found.dev === true,
        integrity: String(found.integrity ?? ''),
      }
    })
}

/** Whether all parts of a licence are allowed; of several to choose from, one. */
function isAllowed(licence: string, allowed: readonly string[]): boolean {
  const parts = licence.replaceAll(/[()]/g, '')
  return parts
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((part) => allowed.includes(part)))
}

/**
 * What is not in order: a licence that is not allowed, an install script that nobody expects or
 * that would run, a package without a checksum.
 */
export function problemsOf(packages: readonly LockedPackage[], npmrc: string): string[] {
  const problems = packages.flatMap(
    ({ name, version, licence, hasInstallScript, isForDevelopment, integrity }) => [
      ...(isAllowed(licence, isForDevelopment ? inDevelopment : anywhere)
        ? []
        : [`${name} ${version} has the licence ${licence}.`]),
      ...(hasInstallScript && !expectedScripts.includes(name)
        ? [`${name} ${version} has an install script.`]
        : []),
      ...(integrity.startsWith('sha512-')
        ? []
        : [`${name} ${version} has no SHA-512 to be checked by.`]),
    ],
  )
  return /^ignore-scripts=true$/m.test(npmrc)
    ? problems
    : [...problems, '.npmrc lets install scripts run.']
}
