import { answerInPlace } from './ui/enhance/answer-in-place.ts'
import { keepSection } from './ui/enhance/keep-section.ts'
import { leaveAtOnce } from './ui/enhance/leave-at-once.ts'
import { quietTimer } from './ui/enhance/quiet-timer.ts'
import { readAloud } from './ui/enhance/read-aloud.ts'
import { showPassphrase } from './ui/enhance/show-passphrase.ts'
import { suggest } from './ui/enhance/suggest.ts'
import { wipeDevice } from './ui/enhance/wipe-device.ts'

// The one script of every page but a chapter's, which has ui/enhance/chapter-page.ts. Every page
// works without it (docs/decisions/005).
leaveAtOnce()
keepSection()
answerInPlace()
quietTimer()
readAloud()
showPassphrase()
suggest()
wipeDevice()
