import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

// What `npm run people` and the other commands are run by.
const ofCommands = ['tsx']

const manifestOf = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/** The folder in which a package finds another, as Node looks for it; null where it is not installed. */
function find(name, from) {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name)
    if (existsSync(join(found, 'package.json'))) return realpathSync(found)
    if (folder === dirname(folder)) return null
  }
}

/**
 * The folders of all packages that the running site needs, relative to the project's: its dependencies
 * and theirs. What a package would only like to find beside it (`peerDependencies`), such as Prisma's
 * command and TypeScript, is there where the project names it.
 */
export function runtimePackages(root = process.cwd()) {
  const found = new Set()
  const add = (name, from, isOptional) => {
    const folder = find(name, from)
    if (!folder && isOptional) return
    if (!folder) throw new Error(`${name} is not installed. Run npm ci first.`)
    if (found.has(folder)) return
    found.add(folder)
    const { dependencies = {}, optionalDependencies = {} } = manifestOf(folder)
    for (const one of Object.keys(dependencies)) add(one, folder, one in optionalDependencies)
    for (const one of Object.keys(optionalDependencies)) add(one, folder, true)
  }
  for (const name of [...Object.keys(manifestOf(root).dependencies), ...ofCommands])
    add(name, root, false)
  return [...found].map((folder) => relative(root, folder)).sort()
}
