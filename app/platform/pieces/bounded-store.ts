/**
 * Holds things by name, of so many bytes at most. What was unused longest goes first. With
 * `maxIdle`, in milliseconds, a thing that nobody has asked for that long goes by itself, within
 * twice that time.
 */
export class BoundedStore<T> {
  // Those used last stand last.
  #held = new Map<string, { value: T; size: number; usedAt: number }>()
  #size = 0
  #willSweep = false

  constructor(
    readonly maxSize: number,
    readonly sizeOf: (value: T, name: string) => number,
    readonly maxIdle: number | null = null,
  ) {}

  /** The thing of this name, made where it is not held. */
  get(name: string, make: () => T): T {
    const known = this.find(name)
    if (known !== undefined) return known
    const value = make()
    this.put(name, value)
    return value
  }

  /** The thing of this name, if it is held. */
  find(name: string): T | undefined {
    const known = this.#held.get(name)
    if (!known) return undefined
    known.usedAt = performance.now()
    this.#held.delete(name)
    this.#held.set(name, known)
    return known.value
  }

  /** Holds a thing, and lets go of others where there is no room. */
  put(name: string, value: T): void {
    const size = this.sizeOf(value, name)
    this.#remove(name)
    this.#size += size
    this.#held.set(name, { value, size, usedAt: performance.now() })
    for (const oldest of this.#held.keys()) {
      if (this.#size <= this.maxSize) break
      this.#remove(oldest)
    }
    if (this.maxIdle !== null && !this.#willSweep) this.#sweepLater(this.maxIdle)
  }

  /** Lets go of everything. */
  clear(): void {
    this.#held.clear()
    this.#size = 0
  }

  #remove(name: string) {
    this.#size -= this.#held.get(name)?.size ?? 0
    this.#held.delete(name)
  }

  #sweepLater(maxIdle: number) {
    this.#willSweep = true
    setTimeout(() => {
      const before = performance.now() - maxIdle
      for (const [name, { usedAt }] of this.#held) {
        if (usedAt > before) break
        this.#remove(name)
      }
      this.#willSweep = false
      if (this.#held.size > 0) this.#sweepLater(maxIdle)
    }, maxIdle).unref()
  }
}
