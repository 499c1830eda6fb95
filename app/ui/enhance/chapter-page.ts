import { answerInPlace } from './answer-in-place.ts'
import { keepSection } from './keep-section.ts'
import { leaveAtOnce } from './leave-at-once.ts'
import { readAloud } from './read-aloud.ts'
import { suggest } from './suggest.ts'

// What a chapter's page needs of entry.client.ts, so that it carries no more
// (docs/decisions/068, tests/journeys/styles.spec.ts).
leaveAtOnce()
keepSection()
answerInPlace()
readAloud()
suggest()
