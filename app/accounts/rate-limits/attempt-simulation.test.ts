import { expect, test } from 'vitest'
import { usualLimits } from './attempt-limiter.server.ts'
import { AttemptScheduler } from './attempt-scheduler.ts'

// A minute of attack in simulated time, on a slow machine: a passphrase is verified in 40 ms, two
// at a time, those of people who are signed in first.
const second = 1000
const minute = 60 * second
const verifying = 40

/** What somebody does, and how long it took from their first request to the answer. */
interface Person {
  key: string
  secret: string
  from: number
  toldWait: number
  refusals: number
  doneAt: number | null
}

function person(key: string, from: number): Person {
  return { key, secret: `the right one of ${key}`, from, toldWait: 0, refusals: 0, doneAt: null }
}

class World {
  readonly signIn = new AttemptScheduler(usualLimits)
  readonly signedIn = new AttemptScheduler({
    ...usualLimits,
    burst: Number.POSITIVE_INFINITY,
    reserve: 0,
  })
  readonly verified: { key: string; at: number }[] = []
  now = 0
  readonly #events = new Map<number, (() => void)[]>()
  readonly #urgent: (() => void)[] = []
  readonly #queue: (() => void)[] = []
  #running = 0

  at(moment: number, run: () => void) {
    const events = this.#events.get(Math.ceil(moment)) ?? []
    events.push(run)
    this.#events.set(Math.ceil(moment), events)
  }

  run(until: number) {
    for (; this.now <= until; this.now++) {
      const events = this.#events.get(this.now) ?? []
      for (let n = 0; n < events.length; n++) events[n]?.()
      this.#events.delete(this.now)
    }
  }

  /** An attempt that fails. */
  guess(key: string, secret: string): 'go' | number {
    const turn = this.signIn.ask(key, `${key} ${secret}`, this.now)
    if (turn.kind === 'wait') return turn.seconds
    this.at(turn.at, () => this.#verify(key, () => {}))
    return 'go'
  }

  /** Someone with the right secret, who does as they are told. */
  come(who: Person, scheduler = this.signIn, isUrgent = false) {
    const turn = scheduler.ask(who.key, `${who.key} ${who.secret}`, this.now)
    if (turn.kind === 'wait') {
      who.refusals += 1
      who.toldWait += turn.seconds * second
      this.at(this.now + turn.seconds * second, () => this.come(who, scheduler, isUrgent))
      return
    }
    const done = () => {
      turn.undo()
      who.doneAt = this.now
    }
    this.at(turn.at, () => this.#verify(null, done, isUrgent))
  }

  #verify(key: string | null, done: () => void, isUrgent = false) {
    if (key) this.verified.push({ key, at: this.now })
    const start = () => {
      this.#running += 1
      this.at(this.now + verifying, () => {
        done()
        this.#running -= 1
        const next = this.#urgent.shift() ?? this.#queue.shift()
        next?.()
      })
    }
    if (this.#running < 2) start()
    else (isUrgent ? this.#urgent : this.#queue).push(start)
  }
}

test('P14: 150 guesses a second at random names and ten at one owner’s keep nobody out', () => {
  const world = new World()
  let guesses = 0
  for (let moment = 0; moment < minute; moment += second / 150)
    world.at(moment, () => {
      guesses += 1
      world.guess(`random ${guesses}`, `guess ${guesses}`)
    })
  for (let moment = 0; moment < minute; moment += second / 10)
    world.at(moment, () => {
      guesses += 1
      world.guess('attacked', `guess ${guesses}`)
    })
  const others = Array.from({ length: 20 }, (_, n) =>
    person(`owner ${n}`, 5 * second + n * 2500 + n),
  )
  const attacked = Array.from({ length: 5 }, (_, n) =>
    person('attacked', (5 + 10 * n) * second + 37),
  )
  const erasing = Array.from({ length: 50 }, (_, n) => person(`learner ${n}`, n * second + 11))
  for (const who of [...others, ...attacked]) world.at(who.from, () => world.come(who))
  for (const who of erasing) world.at(who.from, () => world.come(who, world.signedIn, true))
  world.run(minute + 20 * second)

  expect(guesses).toBeGreaterThan(9000)
  for (const who of others) {
    expect(who.refusals).toBeLessThanOrEqual(1)
    expect((who.doneAt ?? Number.NaN) - who.from).toBeLessThanOrEqual(5 * second)
  }
  for (const who of attacked) {
    expect(who.refusals).toBeLessThanOrEqual(1)
    expect(who.toldWait).toBeLessThanOrEqual(9 * second)
    expect((who.doneAt ?? Number.NaN) - who.from).toBeLessThanOrEqual(
      who.toldWait + usualLimits.maxHold + second,
    )
  }
  for (const who of erasing) {
    expect(who.refusals).toBe(0)
    expect((who.doneAt ?? Number.NaN) - who.from).toBeLessThanOrEqual(3 * verifying)
  }
  // As slow as promised: by name, and in total.
  expect(world.verified.filter(({ key }) => key === 'attacked').length).toBeLessThanOrEqual(16)
  expect(world.verified.length).toBeLessThanOrEqual(300 + 10 * 60 + 1)
})

test.each([
  1, 2,
])('P14: the owner gets in beside %i who guess, wait as they are told, and guess again', (guessers) => {
  const world = new World()
  const guessAgain = (n: number, guess: number) => {
    if (world.now >= 10 * minute) return
    const outcome = world.guess('attacked', `guess ${n} ${guess}`)
    if (outcome === 'go') world.at(world.now + 1, () => guessAgain(n, guess + 1))
    else world.at(world.now + outcome * second, () => guessAgain(n, guess))
  }
  for (let n = 0; n < guessers; n++) world.at(n, () => guessAgain(n, 0))
  const attacked = Array.from({ length: 20 }, (_, n) =>
    person('attacked', (60 + 25 * n) * second + 37 * n),
  )
  for (const who of attacked) world.at(who.from, () => world.come(who))
  world.run(11 * minute)
  for (const who of attacked) {
    expect(who.refusals).toBeLessThanOrEqual(1)
    expect((who.doneAt ?? Number.NaN) - who.from).toBeLessThanOrEqual(
      who.toldWait + usualLimits.maxHold + second,
    )
  }
  expect(world.verified.filter(({ at }) => at < minute).length).toBeLessThanOrEqual(15)
  expect(world.verified.length).toBeLessThanOrEqual(15 + 10 * 8)
})
