import { exitWithError } from './prepare.mjs'

// `npm run people`: gives and takes the roles of a site, and shows who has one and what was done.
// Nothing else about anyone.
try {
  const { answer } = await import('./people/answer.ts')
  const { isDone, text } = await answer(process.argv.slice(2))
  if (!isDone) exitWithError(text)
  console.log(text)
} catch (error) {
  if (error instanceof Error && error.name === 'BadEnvironment') exitWithError(error.message)
  throw error
}
