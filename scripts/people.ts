import './as-command.mjs'
import { answer } from './people/answer.ts'
import { exitWithError } from './prepare.mjs'

// `npm run people`: gives and takes the roles of a site, and shows who has one and what was done.
// Nothing else about anyone.
const { isDone, text } = await answer(process.argv.slice(2))
if (!isDone) exitWithError(text)
console.log(text)
