import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import remixConfig from './remix.config.js'
import { queryCompilerFromFile } from './scripts/query-compiler-plugin.ts'
import { scriptText } from './scripts/script-text-plugin.ts'

export default defineConfig({
  plugins: [queryCompilerFromFile(), scriptText(), remix(remixConfig)],
  css: {
    transformer: 'lightningcss',
    lightningcss: {
      targets: { chrome: 87 << 16, firefox: 78 << 16, safari: (14 << 16) | (1 << 8) },
    },
  },
  build: {
    target: 'es2020',
    cssTarget: ['chrome87', 'firefox78', 'safari14.1'],
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
  },
  server: { watch: { ignored: ['**/data/**', '**/.cache/**', '**/test-results/**'] } },
})
