import { expect, test } from 'vitest'
import { turnLender } from './shared-queue.server.ts'

const soon = () => new Promise((resolve) => setImmediate(resolve))

/** Asks for turns of processes, and notes who has got one. */
function asking(limit: number) {
  const lender = turnLender(limit)
  const tickets = new Map<string, number>()
  return {
    lender,
    tickets,
    ask(who: string, pid: number, isUrgent = false) {
      void lender.take(pid, isUrgent).then((ticket) => tickets.set(who, ticket))
    },
    names: async () => {
      await soon()
      return [...tickets.keys()]
    },
  }
}

test('so many turns at once are given to all processes together, the urgent ones first', async () => {
  const { lender, tickets, ask, names } = asking(2)
  ask('a', 1)
  ask('b', 2)
  ask('c', 1)
  ask('d', 2, true)
  expect(await names()).toEqual(['a', 'b'])
  lender.giveBack(tickets.get('a') as number)
  expect(await names()).toEqual(['a', 'b', 'd'])
  // Given back once more, it makes no room.
  lender.giveBack(tickets.get('a') as number)
  expect(await names()).toEqual(['a', 'b', 'd'])
})

test('what a process holds or waits for when it ends is free for the others', async () => {
  const { lender, tickets, ask, names } = asking(1)
  ask('held', 1)
  ask('waited for', 1)
  ask('of another', 2)
  expect(await names()).toEqual(['held'])
  lender.giveBackAllOf(1)
  expect(await names()).toEqual(['held', 'of another'])
  ask('later', 2)
  expect(await names()).toEqual(['held', 'of another'])
  lender.giveBack(tickets.get('of another') as number)
  expect(await names()).toEqual(['held', 'of another', 'later'])
})
