import { build } from 'esbuild'

// Browsers of 2020, as the site's own style and script.
const target = ['chrome87', 'firefox78', 'safari14']

async function compile(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`app/packages/${entry}`],
    bundle: true,
    write: false,
    minify: true,
    target,
    format: 'iife',
    legalComments: 'none',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    // The components that the site shows questions with, without the weight of React's own renderer.
    alias: {
      react: 'preact/compat',
      'react/jsx-runtime': 'preact/jsx-runtime',
      'react-i18next': './app/packages/script/i18n-context.ts',
    },
  })
  return outputFiles[0]?.text.trim() ?? ''
}

/** The script of a package as one text. It ends no `<script>` element early. */
export async function compileScript(
  entry:
    | 'script/book-script.ts'
    | 'scorm/scorm-script.ts'
    | 'device/device-script.ts' = 'script/book-script.ts',
): Promise<string> {
  return (await compile(entry)).replaceAll('</', '<\\/')
}

/** A style sheet of a package, with all that it imports, as one text. */
export function compileStyle(
  entry: 'html/book.css' | 'epub/epub.css' | 'folder/folder.css' | 'pdf/pdf.css',
): Promise<string> {
  return compile(entry)
}
