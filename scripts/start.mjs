import { exitWithFault } from './faults.mjs'
import { build, compileCourses, generate, install, migrate } from './prepare.mjs'

// `npm start`: from a fresh clone to a served site. Each step is skipped when it is up to date. What
// `npm run pack` has made is installed and built already, and has its courses compiled as it starts.
try {
  install()
  generate()
  build()
  process.env.NODE_ENV = 'production'
  const { serve } = await import('./serve.mjs')
  // Read once, through one schema: a bad value stops here, with a sentence that names it.
  const { environment, prepareFiles } = (await import('../build/server/index.js')).entry.module
  for (const warning of prepareFiles()) console.warn(warning)
  compileCourses(environment.COURSES)
  await migrate(environment.DATABASE_URL)
  await serve()
} catch (error) {
  exitWithFault(error)
}
