import { describe, expect, test } from 'vitest'
import { normalizeNote, noteLimits, problemOfNote } from './written-note.ts'

describe('a note', () => {
  test('keeps its lines, one empty one in a row, and no spaces at its ends', () => {
    expect(normalizeNote('  One\r\n\r\n\r\n\ttwo  \r three \n')).toBe('One\n\n two\n three')
  })

  test('loses what nobody sees, and keeps what a script is spelt with', () => {
    expect(normalizeNote('a\u00adb\u0007c\u2066')).toBe('abc')
    expect(normalizeNote('می\u200cخواهم')).toBe('می\u200cخواهم')
  })

  test('is missing when nothing is left of it', () => {
    expect(problemOfNote(normalizeNote(' \n\u00ad\t'))).toBe('notes:missing')
    expect(problemOfNote('x')).toBeNull()
  })

  test('has so many characters at most, as people count them', () => {
    const { characters } = noteLimits
    expect(problemOfNote('🙂'.repeat(characters))).toBeNull()
    expect(problemOfNote('x'.repeat(characters + 1))).toBe('notes:tooLong')
    const far = 'x \n'.repeat(20_000)
    expect(normalizeNote(far)).toBe(far)
    expect(problemOfNote(far)).toBe('notes:tooLong')
  })
})
