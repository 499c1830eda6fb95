import { endWithSentences } from './faults.mjs'

// The first import of a command: before anything else is loaded, which may fail as well.
endWithSentences()
