import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { Channel, type Doer, type Message } from './channel.ts'

/** How the first process sees one of its workers. */
export class Member {
  readonly #worker: Worker
  readonly channel: Channel
  state: 'starting' | 'ready' | 'ending' | 'ended' = 'starting'
  /** Whether another has taken its place, so that nobody need when it ends. */
  isReplaced = false
  /** The port on which it listens, once it is ready. */
  port = 0
  readyAt = Number.POSITIVE_INFINITY
  /** Resolved at its end, to its exit code; null where a signal ended it. */
  readonly ended: Promise<number | null>
  readonly #isReady: Promise<void>
  #noteReady = () => {}
  /** What it was to do while it was starting. */
  #held: (() => void)[] = []

  /** Starts a worker. `doWork` does what it asks for. */
  constructor(
    doWork: (from: Member, doer: Doer, name: string, args: unknown[]) => Promise<unknown>,
  ) {
    this.#worker = cluster.fork()
    this.channel = new Channel(
      (message) => {
        if (this.#worker.isConnected()) this.#worker.send(message, () => {})
      },
      (doer, name, args) => doWork(this, doer, name, args),
    )
    this.#worker.on('message', (message: Message) => this.channel.receive(message))
    // A process that cannot be started is one that has ended.
    this.ended = once(this.#worker, 'exit')
      .catch(() => [1])
      .then(([code]) => {
        this.state = 'ended'
        this.channel.lose()
        return code as number | null
      })
    this.#isReady = new Promise((resolve) => {
      this.#noteReady = resolve
    })
  }

  get pid(): number | undefined {
    return this.#worker.process.pid
  }

  /** Whether it gets ready; false where it ends before. */
  getsReady(): Promise<boolean> {
    return Promise.race([this.#isReady.then(() => true), this.ended.then(() => false)])
  }

  /** Notes that it answers requests. It does now what it was to do meanwhile. */
  answers(port: number): void {
    this.state = 'ready'
    this.port = port
    this.readyAt = performance.now()
    for (const tell of this.#held.splice(0)) tell()
  }

  /** Notes that it can do all that a worker does. */
  becomeReady(): void {
    this.#noteReady()
  }

  /** Has it do its part of what each worker does; null where it ends, or is only starting. */
  async doPart(name: string, args: unknown[]): Promise<{ value: unknown } | null> {
    const ask = () => this.channel.ask('each', name, args)
    if (this.state === 'starting') {
      this.#held.push(() => void ask().catch(() => {}))
      return null
    }
    try {
      return { value: await ask() }
    } catch (error) {
      if (this.state === 'ended' || (error as Error).name === 'PeerLost') return null
      throw error
    }
  }

  /** Tells it to do something of its own. What becomes of it where it ends is nobody's. */
  async tell(name: 'finish' | 'drain' | 'follow'): Promise<void> {
    await this.channel.ask('you', name, []).catch(() => {})
  }

  /** Has it close what it holds and end. */
  async close(): Promise<void> {
    await this.channel.ask('you', 'close', []).catch(() => {})
    await this.ended
  }

  /** Ends it at once. It holds nothing yet that would be lost. */
  kill(): void {
    this.#worker.process.kill('SIGKILL')
  }
}
