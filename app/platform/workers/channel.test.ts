import { expect, test } from 'vitest'
import { Channel, type Message } from './channel.ts'

/** Two ends of a line, on which all that is sent arrives a turn later, as text would. */
function line(work: (name: string, args: unknown[]) => Promise<unknown>) {
  const ends: Channel[] = []
  const to = (end: number) => (message: Message) =>
    setImmediate(() => ends[end]?.receive(structuredClone(message)))
  ends.push(new Channel(to(1), async () => undefined))
  ends.push(new Channel(to(0), (_, name, args) => work(name, args)))
  return ends as [Channel, Channel]
}

test('each of many pieces of work gets its own answer, in whatever order they end', async () => {
  const [asking] = line(async (_, [ms]) => {
    await new Promise((resolve) => setTimeout(resolve, ms as number))
    return ms
  })
  const asked = [20, 1, 10, 0, 5]
  const answers = await Promise.all(asked.map((ms) => asking.ask('primary', 'wait', [ms])))
  expect(answers).toEqual(asked)
})

test('a fault keeps its name and words, and nothing else of where it was thrown', async () => {
  const [asking] = line(async () => {
    throw Object.assign(new Error('no room'), { name: 'FileInUse', code: 'SECRET' })
  })
  const fault = await asking.ask('lead', 'empty', []).catch((error: unknown) => error)
  expect(fault).toMatchObject({ name: 'FileInUse', message: 'no room' })
  expect(fault).not.toHaveProperty('code')
})

test('who waits for a process that ends is told, and so is who asks it afterwards', async () => {
  const [asking] = line(() => new Promise(() => {}))
  const waiting = asking.ask('lead', 'never', [])
  asking.lose()
  await expect(waiting).rejects.toMatchObject({ name: 'PeerLost' })
  await expect(asking.ask('lead', 'later', [])).rejects.toMatchObject({ name: 'PeerLost' })
})
