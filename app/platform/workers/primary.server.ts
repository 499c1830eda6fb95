import cluster from 'node:cluster'
import { setTimeout as pause } from 'node:timers/promises'
import { BadEnvironment } from '../environment.server.ts'
import { log } from '../log.server.ts'
import { programId } from './build-id.server.ts'
import type { Doer } from './channel.ts'
import { freeWorker } from './ended-workers.ts'
import { Member } from './member.server.ts'
import { doWork } from './one-for-all.server.ts'

/** Who has answered for so long, in milliseconds, did not end because it cannot start. */
const settledAfter = 10_000
const maxPause = 30_000
/** How many workers may end one after the other, none of them settled, before the site gives up. */
const maxFailures = 6
/** How long an old worker that finishes its answers is waited for before the next one's turn. */
const drainWait = 10_000

/**
 * Starts workers behind one port and keeps their number (docs/decisions/094): one that ends is
 * replaced, one of them leads, and each asks this process for what there is once for all.
 */
export class Primary {
  readonly #count: number
  readonly #close: () => Promise<void>
  readonly #members = new Set<Member>()
  #lead: Member | null = null
  #appointing: Promise<void> = Promise.resolve()
  #waitingForLead: (() => void)[] = []
  #isUp = false
  #isEnding = false
  #failures = 0
  #rolling: Promise<void> | null = null

  /** `close` ends what this process does itself for the workers. */
  constructor(options: { count: number; script: string; close: () => Promise<void> }) {
    const { count, script, close } = options
    this.#count = count
    this.#close = close
    // Workers take connections themselves. If this process dealt them out, one that a worker was just
    // given when it is killed would be answered by nobody, and never end (nodejs/node-v0.x-archive#7006).
    cluster.schedulingPolicy = cluster.SCHED_NONE
    cluster.setupPrimary({ exec: script, args: [], serialization: 'advanced' })
  }

  /**
   * Starts the workers and returns the port when all answer. The first is alone at first: what is
   * wrong with the machine or a setting it says once. Ends the process as it where it cannot start.
   */
  async start(): Promise<number> {
    const first = this.#fork()
    if (!(await first.getsReady())) await this.#giveUp((await first.ended) || 1)
    const others = Array.from({ length: this.#count - 1 }, () => this.#fork())
    for (const one of others) if (!(await one.getsReady())) await this.#giveUp(1)
    this.#isUp = true
    return first.port
  }

  /** Starts all workers again, one after the other: while one ends, the others answer. */
  roll(): Promise<void> {
    this.#rolling ??= this.#rollOnce().finally(() => {
      this.#rolling = null
    })
    return this.#rolling
  }

  /** Ends the site: all finish what they answer, then they close, the one that leads as the last. */
  async end(code = 0): Promise<void> {
    if (this.#isEnding) return
    this.#isEnding = true
    log.info('closing')
    await this.#appointing
    const members = [...this.#members]
    for (const one of members) if (one.state === 'starting') one.kill()
    await Promise.all(members.map((one) => one.state !== 'starting' && one.tell('finish')))
    const last = this.#lead
    await Promise.all(members.map((one) => one !== last && one.state !== 'starting' && one.close()))
    await last?.close()
    await this.#close()
    process.exit(code)
  }

  /** Ends at the start, unless the host has ended it already: that is then gone through with. */
  async #giveUp(code: number): Promise<void> {
    if (this.#members.size === 0 && !this.#isEnding) process.exit(code)
    await this.end(code)
    await new Promise(() => {})
  }

  #fork(): Member {
    const member = new Member((from, doer, name, args) => this.#doWork(from, doer, name, args))
    this.#members.add(member)
    void member.ended.then(() => this.#noteEnd(member))
    return member
  }

  #noteEnd(member: Member): void {
    const wasSettled = performance.now() - member.readyAt > settledAfter
    this.#members.delete(member)
    if (member.pid !== undefined) freeWorker(member.pid)
    if (this.#lead === member) {
      this.#lead = null
      void this.#appoint()
    }
    // A new one that was to take the place of another has none to fill: that one goes on.
    if (this.#isEnding || !this.#isUp || member.isReplaced || this.#wanted() <= 0) return
    this.#failures = wasSettled ? 0 : this.#failures + 1
    void this.#replace()
  }

  async #replace(): Promise<void> {
    if (this.#members.size === 0 && this.#failures >= maxFailures) {
      log.error('no worker stays: the site ends')
      process.exit(1)
    }
    const ms = this.#failures < 2 ? 0 : Math.min(maxPause, 125 * 2 ** this.#failures)
    log.error(`a worker has ended; another is started${ms ? ` in ${ms / 1000} s` : ''}`)
    await pause(ms)
    // A restart of all of them may have made up the number meanwhile.
    if (!this.#isEnding && this.#wanted() > 0) this.#fork()
  }

  #wanted(): number {
    const living = [...this.#members].filter(({ state }) => state !== 'ending')
    return this.#count - living.length
  }

  async #rollOnce(): Promise<void> {
    for (const old of [...this.#members]) {
      if (this.#isEnding) return
      if (old.state !== 'ready') continue
      const next = this.#fork()
      if (!(await next.getsReady())) {
        log.error('a new worker did not start: the old ones go on')
        return
      }
      await this.#retire(old)
    }
    log.info('all workers were started again')
  }

  async #retire(old: Member): Promise<void> {
    if (old.state !== 'ready') return
    old.state = 'ending'
    old.isReplaced = true
    await this.#appointing
    if (this.#lead === old) {
      await old.tell('follow')
      this.#lead = null
      await this.#appoint()
    }
    await old.tell('drain')
    await Promise.race([old.ended, pause(drainWait, undefined, { ref: false })])
  }

  /** Has one of those that are ready lead, unless one does. */
  #appoint(): Promise<void> {
    this.#appointing = this.#appointing.then(async () => {
      while (!this.#lead && !this.#isEnding) {
        const next = [...this.#members].find(({ state }) => state === 'ready')
        if (!next) return
        await next.channel.ask('you', 'lead', [!this.#isUp]).then(
          () => {
            if (next.state !== 'ended') this.#lead = next
          },
          (error: unknown) => {
            if (next.state === 'ended' || (error as Error).name === 'PeerLost') return
            if ((error as Error).name === 'BadEnvironment') console.error((error as Error).message)
            else log.error({ error }, 'a worker could not take the lead')
            next.kill()
          },
        )
        if (!this.#lead) await next.ended
      }
      for (const go of this.#waitingForLead.splice(0)) go()
    })
    return this.#appointing
  }

  /** Has the worker that leads do something; where it ends meanwhile, the next one. */
  async #askLead(name: string, args: unknown[]): Promise<unknown> {
    for (;;) {
      const lead = this.#lead
      if (!lead) {
        await new Promise<void>((resolve) => this.#waitingForLead.push(resolve))
        continue
      }
      try {
        return await lead.channel.ask('lead', name, args)
      } catch (error) {
        if ((error as Error).name !== 'PeerLost') throw error
        if (this.#lead === lead) await lead.ended
      }
    }
  }

  async #doWork(from: Member, doer: Doer, name: string, args: unknown[]): Promise<unknown> {
    if (doer === 'primary') return doWork(doer, name, args)
    if (doer === 'lead') return this.#askLead(name, args)
    if (doer === 'each') {
      const parts = await Promise.all([...this.#members].map((one) => one.doPart(name, args)))
      return parts.flatMap((part) => (part ? [part.value] : []))
    }
    if (name === 'ready') return this.#takeForReady(from, args)
    if (name === 'retire') return void this.#retireAndReplace(from)
    throw new Error(`No worker asks for ${name}.`)
  }

  async #takeForReady(member: Member, [id, port]: unknown[]): Promise<void> {
    if (id !== programId())
      throw new BadEnvironment(
        'The program on the disk is another than the one that runs: end the site and start it again.',
      )
    member.answers(port as number)
    if (!this.#lead) await this.#appoint()
    if (member.state === 'ready') member.becomeReady()
  }

  async #retireAndReplace(old: Member): Promise<void> {
    if (this.#isEnding || old.state !== 'ready') return
    const next = this.#fork()
    if (await next.getsReady()) await this.#retire(old)
  }
}
