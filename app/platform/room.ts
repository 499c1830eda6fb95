/** Room for so many at once. Whoever finds it full is told so at once and does not wait. */
export function roomFor(most: number) {
  let inside = 0
  return {
    /** Does some work inside, or gives what there is for those who find it full. */
    async run<T>(work: () => Promise<T>, full: () => T): Promise<T> {
      if (inside >= most) return full()
      inside += 1
      try {
        return await work()
      } finally {
        inside -= 1
      }
    },
  }
}
