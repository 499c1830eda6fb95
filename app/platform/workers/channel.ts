/** Who is to do a piece of work: the first process, the worker that leads, each worker, or who gets it. */
export type Doer = 'primary' | 'lead' | 'each' | 'you'

/** What goes between two processes of a site: a piece of work, or its result. */
export type Message =
  | { kind: 'ask'; doer: Doer; name: string; args: unknown[]; id: number }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'fault'; id: number; name: string; message: string }

/** Thrown where the other process ended before it answered: whether it did the work is not known. */
export class PeerLost extends Error {
  override name = 'PeerLost'
}

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
}

/** One end of the line between two processes of a site: either asks the other to do some work. */
export class Channel {
  #send: (message: Message) => void
  #doWork: (doer: Doer, name: string, args: unknown[]) => Promise<unknown>
  #waiting = new Map<number, Waiting>()
  #asked = 0
  #isLost = false

  constructor(
    send: (message: Message) => void,
    doWork: (doer: Doer, name: string, args: unknown[]) => Promise<unknown>,
  ) {
    this.#send = send
    this.#doWork = doWork
  }

  /** Has work done on the other side. Rejects with {@link PeerLost} where that ends before. */
  ask(doer: Doer, name: string, args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.#isLost) return reject(new PeerLost('the other process has ended'))
      this.#asked += 1
      this.#waiting.set(this.#asked, { resolve, reject })
      this.#send({ kind: 'ask', doer, name, args, id: this.#asked })
    })
  }

  /** Takes what the other side has sent. */
  receive(message: Message): void {
    if (message.kind === 'ask') return void this.#answer(message)
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.kind === 'answer') waiting?.resolve(message.value)
    else waiting?.reject(Object.assign(new Error(message.message), { name: message.name }))
  }

  /** Notes that the other process has ended: nobody waits for it any more. */
  lose(): void {
    this.#isLost = true
    for (const { reject } of this.#waiting.values())
      reject(new PeerLost('the other process has ended'))
    this.#waiting.clear()
  }

  async #answer({ doer, name, args, id }: Message & { kind: 'ask' }): Promise<void> {
    const answer = await this.#doWork(doer, name, args).then(
      (value): Message => ({ kind: 'answer', id, value }),
      (error: unknown): Message => {
        const { name, message } = error instanceof Error ? error : new Error(String(error))
        return { kind: 'fault', id, name, message }
      },
    )
    if (!this.#isLost) this.#send(answer)
  }
}
