import type { Plugin } from 'vite'

const packed = '@prisma/client/runtime/query_compiler_bg.sqlite.wasm-base64.mjs'
const written = `const { wasm } = await import("${packed}")`
const read = `const { createRequire } = await import('node:module')
    const { readFile } = await import('node:fs/promises')
    const file = createRequire(import.meta.url).resolve('${packed}')
    const wasm = (await readFile(file, 'latin1')).split('"')[1]`

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
      if (!id.endsWith('/platform/prisma/internal/class.ts')) return null
      if (!code.includes(written))
        return this.error('The generated database client loads its query compiler in another way.')
      return { code: code.replace(written, read), map: null }
    },
  }
}
