import { keepSection } from '../../ui/enhance/keep-section.ts'
import { leaveAtOnce } from '../../ui/enhance/leave-at-once.ts'
import { suggest } from '../../ui/enhance/suggest.ts'
import { keepOnDevice } from './keep-chosen.ts'

// The one script of the page "Download the course". No other page can give a browser a worker.
leaveAtOnce()
keepSection()
suggest()
keepOnDevice()
