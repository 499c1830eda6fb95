import { pick } from '../platform/random.server.ts'
import { codeLength, codeLetters } from './people/join-code.ts'

const letters = [...'abcdefghijkmnpqrstuvwxyz23456789']
const ofLetters = (length: number, from: readonly string[]) =>
  Array.from({ length }, () => pick(from)).join('')

/** An id for something inside a circle: a seat, a meeting, a task. */
export function newInnerId(): string {
  return ofLetters(8, letters)
}

/** A code to join by. */
export function newJoinCode(): string {
  return ofLetters(codeLength, [...codeLetters])
}
