import { build } from 'esbuild'
import type { Plugin } from 'vite'

const ending = '?script'

/**
 * Gives a script of the browser as one text, with all that it imports, for `import text from
 * './file.ts?script'`: what `?inline` is for a style sheet. It runs in browsers of 2020.
 */
export function scriptText(): Plugin {
  return {
    name: 'script-text',
    enforce: 'pre',
    async load(id) {
      if (!id.endsWith(ending)) return null
      const { outputFiles } = await build({
        entryPoints: [id.slice(0, -ending.length)],
        bundle: true,
        write: false,
        minify: true,
        target: 'es2020',
        format: 'esm',
        legalComments: 'none',
      })
      return `export default ${JSON.stringify(outputFiles[0]?.text.trim() ?? '')}`
    },
  }
}
