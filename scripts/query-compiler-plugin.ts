import type { Plugin } from 'vite'

const packedFor = (engine: string) =>
  `@prisma/client/runtime/query_compiler_bg.${engine}.wasm-base64.mjs`
const written = (engine: string) => `const { wasm } = await import("${packedFor(engine)}")`
const read = (engine: string) => `const { createRequire } = await import('node:module')
    const { readFile } = await import('node:fs/promises')
    const file = createRequire(import.meta.url).resolve('${packedFor(engine)}')
    const wasm = (await readFile(file, 'latin1')).split('"')[1]`

const engines = [
  { name: 'sqlite', file: '/platform/prisma/internal/class.ts' },
  { name: 'postgresql', file: '/platform/postgres/prisma/internal/class.ts' },
]

/**
 * Has the built site read Prisma's query compiler from its file. As a module, which stays loaded, it
 * is in memory twice as base64: 5 MB that nobody looks at after the first query. Stops the build
 * where the generated client has another form.
 */
export function queryCompilerFromFile(): Plugin {
  return {
    name: 'query-compiler-from-file',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const engine = engines.find(({ file }) => id.endsWith(file))?.name
      if (!engine) return null
      if (!code.includes(written(engine)))
        return this.error('The generated database client loads its query compiler in another way.')
      return { code: code.replace(written(engine), read(engine)), map: null }
    },
  }
}
