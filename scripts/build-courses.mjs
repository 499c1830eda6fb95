// Checks and compiles courses for the site that started it, beside the built site's own code.
const { buildForSite } = (await import('../build/server/index.js')).entry.module
buildForSite()
