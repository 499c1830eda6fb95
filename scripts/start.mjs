import { build, compileCourses, generate, giveUp, install, migrate } from './prepare.mjs'

// `npm start`: from a fresh clone to a served site. Each step is skipped when it is up to date.
install()
generate()
build()
compileCourses(process.env.COURSES || './courses')
process.env.NODE_ENV = 'production'
const { serve } = await import('./serve.mjs')
const url = process.env.DATABASE_URL || 'file:./data/cirkel.db'
if (/^file:./.test(url)) await migrate(url)
await serve().catch((error) => giveUp(error.name === 'BadEnvironment' || error.name === 'BrokenCourses' ? error.message : error.stack))
