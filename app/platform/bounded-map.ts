/**
 * A map that holds so many entries at most. Setting one makes it the newest; where there are too
 * many, the oldest goes, and `onDrop` is told its value.
 */
export class BoundedMap<K, V> extends Map<K, V> {
  readonly #max: number
  readonly #onDrop: (value: V) => void

  constructor(max: number, onDrop: (value: V) => void = () => undefined) {
    super()
    this.#max = max
    this.#onDrop = onDrop
  }

  override set(key: K, value: V): this {
    this.delete(key)
    super.set(key, value)
    if (this.size > this.#max) this.#dropOldest()
    return this
  }

  #dropOldest() {
    const [oldest] = this
    if (!oldest) return
    this.delete(oldest[0])
    this.#onDrop(oldest[1])
  }
}
