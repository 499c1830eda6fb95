import { shareOf } from '../ui/chart/shares.ts'
import type { ChapterProgress } from './progress.ts'

// In units of the drawing: a square with a strip along its foot.
const side = 38
const strip = 7

/**
 * A chapter as a small square with its number: a dashed frame where it was never opened, filled
 * where it was read; the strip at the foot is as long as the share of its questions that were
 * answered right, and a dot says that some are due. For the eye alone: the words stand beside it.
 */
export function ChapterTile({
  number,
  progress,
  due,
}: {
  number: number
  progress: Pick<ChapterProgress, 'openedOn' | 'readOn' | 'right' | 'questions' | 'isFinished'>
  due: number
}) {
  const right = Math.round(shareOf(progress.right, progress.questions) * side)
  const isWhole = progress.questions === 0 && progress.isFinished
  const length = isWhole ? side : right
  return (
    <svg className="tile" viewBox="0 0 46 46" width="46" height="46" aria-hidden="true">
      {progress.readOn && (
        <rect className="chart-full" x="2" y="6" width={side} height={side - strip} />
      )}
      <rect
        className="chart-full tile-turned"
        x="2"
        y={6 + side - strip}
        width={length}
        height={strip}
      />
      <path className="tile-line" d={`M2 ${6 + side - strip}h${side}`} />
      <rect
        className={progress.openedOn ? 'tile-line' : 'tile-line tile-closed'}
        x="2"
        y="6"
        width={side}
        height={side}
      />
      <text className={progress.readOn ? 'tile-on' : undefined} x="21" y="27">
        {number}
      </text>
      {due > 0 && <circle className="tile-due tile-turned" cx="38" cy="8" r="6" />}
    </svg>
  )
}
