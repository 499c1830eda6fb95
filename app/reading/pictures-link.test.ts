import { expect, test } from 'vitest'
import { loadGoodCourse } from '../../tests/broken-courses/course.ts'
import { languages } from '../i18n/languages.ts'
import { picturesLink } from './pictures-link.server.ts'

const course = { ...(await loadGoodCourse()), figures: new Map<string, string>() }
const [english] = languages
const language = english!
const svg = '<svg role="img" aria-label="A &quot;bus&quot; &amp; a queue"><path d="M0 0"/></svg>'
const text = { illustrations: new Map([['a.svg', { alt: 'A', caption: null, svg }]]) }

test('a reader is offered a chapter without pictures and back, unless there are none', () => {
  expect(picturesLink(text, course, { pictures: 'shown', language })?.query).toBe('?pictures=no')
  expect(picturesLink(text, course, { pictures: 'shown', language })?.words).toMatch(
    /^Read without its picture \(\d+ kB less\)$/,
  )
  expect(picturesLink(text, course, { pictures: 'left out', language })).toEqual({
    query: '',
    words: 'Read with pictures',
  })
  const country = 'ZA'
  expect(picturesLink(text, course, { pictures: 'shown', language, country })?.query).toBe(
    '?country=ZA&pictures=no',
  )
  expect(picturesLink(text, course, { pictures: 'left out', language, country })?.query).toBe(
    '?country=ZA',
  )
  expect(picturesLink(text, course, { pictures: 'never', language })).toBeNull()
  const bare = { illustrations: new Map() }
  expect(picturesLink(bare, course, { pictures: 'shown', language })).toBeNull()
})
