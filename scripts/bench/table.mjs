/**
 * A budget: the number may not be below `min`, or not above `max`.
 * @typedef {{ min: number } | { max: number }} Budget
 */

/**
 * Collects the lines of a table, prints each table, and counts the budgets that were missed.
 */
export function budgetTable() {
  let missed = 0
  /** @type {string[][]} */
  let lines = []

  return {
    /**
     * Adds a line: its cells, and the number that its budget is about.
     * @param {string[]} cells
     * @param {{ number: number, budget: Budget, unit?: string }} [held]
     */
    line(cells, held) {
      if (!held) return void lines.push([...cells, '–', ''])
      const { number, budget, unit = '' } = held
      const isMet = 'min' in budget ? number >= budget.min : number <= budget.max
      if (!isMet) missed += 1
      const text = 'min' in budget ? `≥ ${budget.min}${unit}` : `≤ ${budget.max}${unit}`
      lines.push([...cells, text, isMet ? 'met' : 'MISSED'])
    },
    /**
     * Prints the lines so far below their headings.
     * @param {string[]} headings
     */
    print(headings) {
      const rows = [[...headings, 'budget', ''], ...lines]
      const widths =
        rows[0]?.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0))) ?? []
      for (const row of rows)
        console.log(
          row
            .map((cell, i) =>
              i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
            )
            .join('  ')
            .trimEnd(),
        )
      console.log('')
      lines = []
    },
    missed: () => missed,
  }
}
