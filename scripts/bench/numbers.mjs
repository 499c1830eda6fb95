/**
 * The value below which so many percent of the values are.
 * @param {readonly number[]} values
 * @param {number} percent
 */
export function percentile(values, percent) {
  const sorted = [...values].sort((a, b) => a - b)
  return (
    sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN
  )
}

/**
 * The value in the middle.
 * @param {readonly number[]} values
 */
export function median(values) {
  return percentile(values, 50)
}
