import { askFirst, type Recorder } from '../lms/ask-first.ts'
import { lmsBoxId } from '../lms/lms-box-id.ts'
import { findPlatform, type Platform } from './scorm-api.ts'

const recorderOf = (platform: Platform): Recorder => ({
  async begin() {
    return platform.begin() ? platform.get('cmi.suspend_data') : null
  },
  async record(answers, { score, isComplete }) {
    const raw = String(score)
    const status = isComplete ? 'completed' : 'incomplete'
    return platform.store(
      platform.edition === '1.2'
        ? [
            ['cmi.core.score.min', '0'],
            ['cmi.core.score.max', '100'],
            ['cmi.core.score.raw', raw],
            ['cmi.core.lesson_status', status],
            ['cmi.suspend_data', answers],
          ]
        : [
            ['cmi.score.min', '0'],
            ['cmi.score.max', '100'],
            ['cmi.score.raw', raw],
            ['cmi.score.scaled', String(score / 100)],
            ['cmi.completion_status', status],
            ['cmi.suspend_data', answers],
          ],
    )
  },
  end: () => platform.end(),
})

// The script of a chapter in a package for a platform that speaks SCORM.
const platform = findPlatform(window)
askFirst(platform && recorderOf(platform), lmsBoxId)
