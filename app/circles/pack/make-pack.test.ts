import { beforeAll, describe, expect, test } from 'vitest'
import { goodCourse } from '../../../tests/broken-courses/course.ts'
import { adds, having, someCircle } from '../../../tests/factories/test-circle.ts'
import { catalogueOf } from '../../../tests/packages/books.ts'
import type { Catalogue, Course } from '../../courses/model/chapter.ts'
import type { Guide } from '../../courses/model/guide.ts'
import { type Language, languages } from '../../i18n/languages.ts'
import type { Circle } from '../circle.ts'
import { makePack, type PackOptions, withoutNames } from './make-pack.server.tsx'

const guide: Guide = {
  aim: 'GUIDE-AIM to say who decides.',
  materials: 'GUIDE-PENS and a string.',
  hours: 2,
  plan: [
    { minutes: 20, kind: 'remember', step: 'GUIDE-STEP remember', how: 'GUIDE-HOW ask first.' },
    { minutes: 50, step: 'GUIDE-STEP read', how: 'GUIDE-HOW aloud.' },
    { minutes: 20, kind: 'next', step: 'GUIDE-STEP next', how: 'GUIDE-HOW go round.' },
  ],
  goesWrong: [{ sign: 'GUIDE-SIGN silence.', help: 'GUIDE-HELP wait.' }],
  cards: [{ situation: 'CARD-SITUATION a full hall.', ask: 'CARD-ASK who speaks?' }],
}

let catalogue: Catalogue
let course: Course
let circle: Circle

beforeAll(async () => {
  catalogue = await catalogueOf(goodCourse)
  const [found] = catalogue.courses.values()
  if (!found) throw new Error('no course')
  course = {
    ...found,
    chapters: found.chapters.map((chapter) => ({ ...chapter, guides: new Map([['en', guide]]) })),
  }
  const started = having(
    { ...someCircle({ meetings: 3 }), name: 'Secret table', aim: 'AIM-TEXT of Ada and Binta' },
    adds('Binta'),
    { kind: 'give-roles', meeting: 'm2', roles: { leads: 'binta', remembers: null, notes: null } },
  )
  const read = ['first', 'second', 'first']
  circle = {
    ...started,
    meetings: started.meetings.map((meeting, i) => ({
      ...meeting,
      chapters: [read[i] ?? ''],
      state: i === 2 ? 'cancelled' : 'planned',
      tasks: [{ id: 't', text: 'TASK-TEXT bring chairs', seat: 'binta', isDone: false }],
    })),
  }
})

const packed = (more: Partial<PackOptions>) =>
  makePack({
    circle,
    course,
    language: languages.find(({ tag }) => tag === 'en') as Language,
    isTrainer: true,
    withNames: false,
    siteName: 'Notes <&>',
    version: 'v1',
    now: new Date('2026-03-08T12:00Z'),
    joinAddress: 'https://study.example/en/join/CODE',
    ...more,
  })

const leading = ['GUIDE-HOW', 'GUIDE-SIGN', 'GUIDE-HELP', 'REASON-MAY: she is not the branch.']
const forAll = ['GUIDE-AIM', 'GUIDE-PENS', 'GUIDE-STEP read', 'CARD-SITUATION', 'CARD-ASK']

describe('the papers of a circle', () => {
  test('trainers get what leads, what answers, the lists and the invitation', async () => {
    const html = await packed({})
    for (const words of [...leading, ...forAll]) expect(html).toContain(words)
    expect(html).toContain('https://study.example/en/join/CODE')
    expect(html.match(/<table class="by-hand/g)).toHaveLength(2)
  })

  test('others get nothing that leads, answers, counts or lets anybody in', async () => {
    for (const withNames of [false, true]) {
      const html = await packed({ isTrainer: false, withNames })
      for (const words of forAll) expect(html).toContain(words)
      for (const words of [...leading, '/join/', 'by-hand', 'CODE', 'signatures', 'REASON-'])
        expect([words, html.includes(words)]).toEqual([words, false])
    }
  })

  test('the key stands after everything else, on sheets of its own', async () => {
    const html = await packed({})
    const sheets = html.split('<section class="pack-sheet').slice(1)
    const isKey = sheets.map((sheet) => sheet.startsWith(' key-part'))
    expect(isKey.filter(Boolean)).toHaveLength(2)
    expect(isKey.indexOf(true)).toBe(sheets.length - 2)
    expect(sheets.slice(-2).join()).toContain('REASON-MAY: she is not the branch.')
    // A programme has the answers to what it asks the group to remember, for its leader.
    const others = sheets.filter((sheet, i) => !isKey[i] && !sheet.includes('class="run-sheet"'))
    expect(others.length).toBeGreaterThan(5)
    expect(others.join()).not.toContain('REASON-')
  })

  test('names, the circle’s name and its own words are in it only for who asked for them', async () => {
    for (const isTrainer of [true, false]) {
      const without = await packed({ isTrainer })
      for (const words of ['Ada', 'Binta', 'Secret table', 'AIM-TEXT'])
        expect([words, without.includes(words)]).toEqual([words, false])
      const withNames = await packed({ isTrainer, withNames: true })
      for (const words of ['Binta', 'Secret table', 'AIM-TEXT']) expect(withNames).toContain(words)
      expect(withNames.includes('>Ada<')).toBe(isTrainer)
      expect(without + withNames).not.toContain('TASK-TEXT')
    }
  })

  test('leaves nothing of the people in the circle that it is written from', () => {
    const text = JSON.stringify(withoutNames(circle))
    for (const words of ['Ada', 'Binta', 'ada', 'binta', 'TASK-TEXT', 'Secret'])
      expect([words, text.includes(words)]).toEqual([words, false])
  })

  test('loads nothing, runs nothing, leads nowhere, and has a neutral title', async () => {
    const html = await packed({ withNames: true })
    expect(html).toContain('<title>Notes &#60;&#38;&#62;</title>')
    expect(html).toMatch(/default-src 'none'; style-src 'sha256-[^']+'; form-action 'none'/)
    expect(html).not.toMatch(/<script|<link|<img|<form|<iframe|\son\w+="|\sstyle="|url\(/)
    expect([...html.matchAll(/ href="(?!#figure-)([^"]*)"/g)].map(([, to]) => to)).toEqual([])
  })

  test('has no id twice', async () => {
    const ids = [...(await packed({})).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
  })

  test('is of the meetings to come; of all that were held, when none is', async () => {
    const html = await packed({})
    expect(html).toContain('Programme for meeting 2')
    expect(html).not.toContain('Programme for meeting 3')
    const half = circle.meetings.map(
      (one, i) => ({ ...one, state: i ? one.state : 'held' }) as const,
    )
    const later = await packed({ circle: { ...circle, meetings: half } })
    expect(later).not.toContain('Programme for meeting 1')
    expect(later).toContain('Programme for meeting 2')
    const over = circle.meetings.map((one) => ({ ...one, state: 'held' }) as const)
    expect(await packed({ circle: { ...circle, meetings: over } })).toContain('for meeting 3')
  })

  test.each(languages)('is written in $name, for leaders and for others', async (language) => {
    for (const isTrainer of [true, false])
      for (const withNames of [true, false]) {
        const html = await packed({ language, isTrainer, withNames })
        expect(html).toContain(`dir="${language.dir}"`)
        expect(html).toContain('CARD-SITUATION')
      }
  })

  test('nobody waits for it: it is written in many turns', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 0)
    await packed({})
    clearInterval(timer)
    expect(turns).toBeGreaterThan(3)
  })
})
