import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { realCourses } from '../../../tests/broken-courses/course.ts'
import { describeProblems, loadCatalogue } from '../load/load-catalogue.server.ts'
import { allElements } from '../parse/mdx-elements.ts'
import { readMarkup } from '../parse/parse-chapter.ts'
import { countLengths, countTrue } from './answer-cues.ts'
import { recordFile } from './question-record.ts'

/** Where the countries of the world lie, by ISO code. */
const continents: Record<string, string> = {
  Africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ' +
    'ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW',
  Asia:
    'AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MY ' +
    'NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE',
  Europe:
    'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME ' +
    'MK MT NL NO PL PT RO RS RU SE SI SK SM UA VA XK',
  'North America': 'AG BB BS BZ CA CR CU DM DO GD GL GT HN HT JM KN LC MX NI PA PR SV TT US VC',
  Oceania: 'AU FJ FM KI MH NR NZ PG PW SB TO TV VU WS',
  'South America': 'AR BO BR CL CO EC GY PE PY SR UY VE',
}
const continentOf = (country: string) =>
  Object.keys(continents).find((name) => continents[name]?.split(' ').includes(country))

const loaded = await loadCatalogue(realCourses)

test('the courses have no problem', () => {
  expect(loaded.kind === 'ok' ? '' : describeProblems(loaded.problems)).toBe('')
})

test('a Swedish text writes a paragraph as associations do, § 2, and never 2 § as laws do', async () => {
  const files = (await readdir(realCourses.folder, { recursive: true })).filter((file) =>
    /(^|[/.])sv\.(mdx|yaml)$/.test(file),
  )
  expect(files.length).toBeGreaterThan(20)
  for (const file of files) {
    const text = await readFile(join(realCourses.folder, file), 'utf8')
    // The official title of a Swedish law keeps its own way: 3 kap. 1 §.
    const asInLaws = text
      .replace(/\d+ kap\. \d+ §/g, '')
      .match(/.*(\d[ \u00a0]?§(?![ \u00a0]?\d)|§§).*/)
    expect(asInLaws?.[0] ?? '', file).toBe('')
  }
})

test('every course remembers its questions, so that a change of one is asked about', async () => {
  for (const id of loaded.kind === 'ok' ? loaded.catalogue.courses.keys() : [])
    expect(await readFile(join(realCourses.folder, id, recordFile), 'utf8')).toContain('meaning: ')
})

const chapters =
  loaded.kind === 'ok'
    ? [...loaded.catalogue.courses.values()].flatMap((course) =>
        course.chapters.map((chapter) => ({ course, chapter })),
      )
    : []

const choices = chapters
  .flatMap(({ course, chapter }) => chapter.texts.get(course.source)!.questions)
  .filter(({ type }) => type === 'single')

test('choosing what stands in one place each time makes no more right than guessing does', () => {
  const ofFour = choices.filter(({ parts }) => parts.length === 4)
  expect(ofFour.length).toBeGreaterThan(20)
  for (const place of [0, 1, 2, 3]) {
    const right = ofFour.filter(({ parts }) => parts[place]?.attributes.correct)
    expect(right.length / ofFour.length).toBeGreaterThan(0.15)
    expect(right.length / ofFour.length).toBeLessThan(0.4)
  }
})

test('choosing the longest option each time, or striking it out, makes no more right than guessing does', () => {
  const { questions, longest, byChance } = countLengths(choices)
  expect(longest).toBeGreaterThan(byChance / 2)
  expect(longest).toBeLessThan(Math.min(byChance * 1.5, questions / 2))
})

test('calling every statement false, or every one true, makes no more right than guessing does', () => {
  const { statements, areTrue } = countTrue(
    chapters.flatMap(({ course, chapter }) => chapter.texts.get(course.source)!.questions),
  )
  expect(statements).toBeGreaterThan(10)
  expect(areTrue / statements).toBeGreaterThan(1 / 3)
  expect(areTrue / statements).toBeLessThan(2 / 3)
})

test('no situation ends well for one who takes the first choice each time, or the last', () => {
  const stories = chapters
    .flatMap(({ course, chapter }) => chapter.texts.get(course.source)!.questions)
    .filter(({ type }) => type === 'scenario')
  expect(stories.length).toBeGreaterThan(0)
  for (const { id, parts } of stories)
    for (const at of [0, -1]) {
      let place = parts[0]
      while (place?.parts)
        place = parts.find(
          ({ attributes }) => attributes.id === place?.parts?.at(at)?.attributes.to,
        )
      expect([id, place?.kind, place?.attributes.bad]).toEqual([id, 'End', true])
    }
})

describe.each(
  chapters.map(
    ({ course, chapter }) => [`${chapter.number} ${chapter.slug}`, course, chapter] as const,
  ),
)('the chapter %s', (_, course, chapter) => {
  const text = chapter.texts.get(course.source)!
  const file = join(
    realCourses.folder,
    course.id,
    `${String(chapter.number).padStart(2, '0')}-${chapter.slug}`,
    `${course.source}.mdx`,
  )

  test('takes an evening’s reading: 1,200 to 1,800 words', () => {
    expect(text.words).toBeGreaterThanOrEqual(1200)
    expect(text.words).toBeLessThanOrEqual(1800)
  })

  test('has two to four illustrations', () => {
    expect([2, 3, 4]).toContain(
      [...text.illustrations.keys()].filter((file) => file !== 'scene.svg').length,
    )
  })

  test('has four to six comments, from three continents at least, with Africa and Asia among them', () => {
    expect([4, 5, 6]).toContain(text.comments.length)
    expect(text.comments.filter(({ country }) => !continentOf(country))).toEqual([])
    const from = new Set(text.comments.map(({ country }) => continentOf(country)))
    expect(from.size).toBeGreaterThanOrEqual(3)
    expect([...from]).toEqual(expect.arrayContaining(['Africa', 'Asia']))
  })

  test('has six to eight questions, of three types at least', () => {
    expect([6, 7, 8]).toContain(text.questions.length)
    expect(new Set(text.questions.map(({ type }) => type)).size).toBeGreaterThanOrEqual(3)
  })

  test('has three to five things to talk about, one exercise and one task', async () => {
    const { markup } = readMarkup(await readFile(file, 'utf8'), file)
    const named = (name: string) =>
      allElements(markup!.elements).filter((element) => element.name === name)
    const points: unknown[] = []
    visit(markup!.tree, (node) => {
      if ('name' in node && node.name === 'TalkAboutIt')
        visit(node, 'listItem', (point) => void points.push(point))
    })
    expect([3, 4, 5]).toContain(points.length)
    expect(named('GroupExercise')).toHaveLength(1)
    expect(named('BranchTask')).toHaveLength(1)
  })

  test('is there in every language in which the course says that it is complete', () => {
    expect([...chapter.texts.keys()]).toEqual(expect.arrayContaining(course.complete))
    expect(course.complete).toEqual(expect.arrayContaining(['en', 'sv']))
  })
})
