import type { ReactNode } from 'react'
import { asLength, shareOf } from './shares.ts'

/** A line of a chart: what it is about, how much of what, and the same in a few words. */
export interface ChartRow {
  id: string
  name: ReactNode
  value: number
  /** What a bar across the whole line would be. */
  whole: number
  /** The value as it stands behind the bar: "4 of 6". */
  words: string
}

/**
 * A bar from the beginning of its line, in whichever direction that is. It says nothing by itself:
 * words stand beside it.
 */
export function Bar({ value, whole }: Pick<ChartRow, 'value' | 'whole'>) {
  return (
    <svg className="chart-bar" aria-hidden="true">
      <rect className="chart-track" width="100%" height="100%" />
      <rect className="chart-full" width={asLength(shareOf(value, whole))} height="100%" />
    </svg>
  )
}

/**
 * Values as bars, one a line, each with its words. With a `label` it is one picture, for where a
 * table beside it says the same; without, it is a list that is read out line by line.
 */
export function BarChart({ rows, label }: { rows: readonly ChartRow[]; label?: string }) {
  return label ? (
    <div className="chart" role="img" aria-label={label}>
      {rows.map((row) => (
        <div key={row.id}>
          <Line row={row} />
        </div>
      ))}
    </div>
  ) : (
    <ul className="chart">
      {rows.map((row) => (
        <li key={row.id}>
          <Line row={row} />
        </li>
      ))}
    </ul>
  )
}

function Line({ row: { name, value, whole, words } }: { row: ChartRow }) {
  return (
    <>
      <span>{name} </span>
      <Bar value={value} whole={whole} />
      <span>{words}</span>
    </>
  )
}
