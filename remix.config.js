/**
 * Remix's options; vite.config.ts hands them to the Remix plugin (docs/decisions/001). @type
 * {import('@remix-run/dev').VitePluginConfig}
 */
export default {
  appDirectory: 'app',
  // A page that shows the parts of the interface, for those who work on it.
  routes: (define) =>
    define((route) => {
      if (process.env.NODE_ENV === 'development') route(':lang/parts', '../tests/parts/parts.tsx')
    }),
  ignoredRouteFiles: ['**/*.test.{ts,tsx}'],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
}
