import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'
import { compression } from 'vite-plugin-compression2'
import remixConfig from './remix.config.js'

export default defineConfig({
  plugins: [remix(remixConfig), compression({ algorithms: ['gzip', 'brotliCompress'], include: /\.(css|js|svg)$/, threshold: 0 })],
  css: { transformer: 'lightningcss', lightningcss: { targets: { chrome: 87 << 16, firefox: 78 << 16, safari: 14 << 16 } } },
  build: { target: 'es2020', cssMinify: 'lightningcss', assetsInlineLimit: 0 },
  server: { watch: { ignored: ['**/data/**', '**/.cache/**', '**/test-results/**'] } },
})
