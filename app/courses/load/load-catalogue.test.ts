import { readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { brokenCourse, goodCourse } from '../../../tests/broken-courses/course.ts'
import type { Catalogue } from '../model/chapter.ts'
import { describeProblems, loadCatalogue } from './load-catalogue.server.ts'

const second = '02-second/en.mdx'
const picture = '01-first/illustrations/door.svg'

/**
 * For each folder of tests/broken-courses: where its problem stands, and words that the author
 * reads.
 */
const faults: Record<string, [place: string, words: string][]> = {
  import: [[`${second}:11`, '`import` and `export` are refused']],
  braces: [[`${second}:15`, 'code is refused']],
  'unknown-component': [[`${second}:15`, '<Marquee> is not a component of Cirkel']],
  'component-outside-its-place': [[`${second}:15`, '<Option> can only stand inside <Question>']],
  'missing-attribute': [[`${second}:17`, '<CountryComment> lacks "about"']],
  'correct-with-a-value': [[`${second}:24`, '"correct" of <Option> stands alone']],
  'not-closed': [[`${second}:17`, 'The text cannot be read: <CountryComment> is not closed']],
  'heading-without-id': [[`${second}:15`, 'A heading needs an id']],
  'front-matter': [[`${second}:7`, 'The front matter "minutes" must be a whole number']],
  'same-id-twice': [[`${second}:30`, 'The id "which" stands twice']],
  'question-leads-nowhere': [
    [`${second}:22`, 'the section or paragraph "nowhere", which does not exist'],
  ],
  'unknown-term': [[`${second}:15`, 'The term "agenda" is not in glossary/en.yaml']],
  'unknown-source': [[`${second}:17`, 'names the source "rumour", which is not in <Sources>']],
  'unknown-country': [[`${second}:17`, '"UK" is no ISO country code']],
  'missing-picture': [[`${second}:15`, 'The picture illustrations/none.svg does not exist']],
  'two-quizzes': [[`${second}:29`, 'A chapter has one <Quiz>']],
  'link-to-no-section': [[`${second}:11`, 'The link #nowhere leads to no section of this chapter']],
  'link-out-of-the-book': [[`${second}:11`, 'Other addresses belong in <Sources>']],
  'link-to-no-chapter': [[`${second}:11`, 'The link ../third leads to no chapter of this course']],
  'link-to-no-section-of-another': [
    [`${second}:11`, 'The link ../first#nowhere leads to no section of that chapter'],
  ],
  'two-right-options': [[`${second}:22`, 'exactly one <Option> must be correct; 2 are']],
  'changed-questions': [
    [
      '01-first/en.mdx:47',
      'The question "alone" has changed. If only its wording has: `npm run courses:accept -- first/alone --wording`',
    ],
    ['01-first/en.mdx:53', 'The question "who-came" has other answers, or another one is right'],
    ['01-first/en.mdx:60', 'The question "any-day" is new. Run `npm run courses:accept -- --new`'],
    ['questions.lock.yaml:1', 'The question "second/whatever" is gone'],
  ],
  'unknown-question-type': [
    [`${second}:22`, 'the type "essay" does not exist; there are single, multiple'],
  ],
  'picture-with-script': [[`${picture}:3`, '<script> is not allowed in a picture']],
  'picture-with-unknown-figure': [
    [`${picture}:2`, 'a figure is taken from ../../figures.svg#name'],
  ],
  'picture-with-a-label-too-many': [[`${picture}:5`, 'The label "gate" has no <Label id="gate">']],
  'picture-without-its-label': [
    [`${picture}:1`, 'The chapter has a <Label id="door"> that the picture lacks'],
  ],
  'picture-not-shown': [
    ['02-second/illustrations/extra.svg:1', 'No <Illustration> shows this picture'],
  ],
  'translation-without-a-heading': [
    ['01-first/sv.mdx:1', 'The translation lacks the heading "cafe"'],
  ],
  'translation-with-another-answer': [['01-first/sv.mdx:48', '"may (correct)", "may-not" here']],
  'translation-ahead-of-its-source': [
    ['01-first/sv.mdx:1', 'follows version 3; the source has only come to 2'],
  ],
  'chapter-in-no-part': [['course.yaml:1', 'The folder 03-third is in no part']],
  'chapter-in-unknown-language': [['02-second/de.mdx:1', 'The course itself has no de.yaml']],
  'part-without-a-name': [['sv.yaml:1', 'The part "start" has no name']],
  'name-of-no-chapter': [
    [
      'sv.yaml:6',
      'No chapter of this course is called "third". Chapters that need a name here are: second.',
    ],
  ],
  'name-of-a-translated-chapter': [
    [
      'sv.yaml:9',
      'its title stands there: 01-first/sv.mdx. Take it out here, or let `npm run translations -- fill sv names` do it.',
    ],
  ],
  'glossary-lacks-a-term': [['glossary/sv.yaml:1', 'The term "agenda" is missing']],
  'synonym-that-leads-nowhere': [['synonyms/en.yaml:3', '"dragon" stands nowhere']],
  'yaml-that-cannot-be-read': [['course.yaml:2', 'cannot be read as YAML']],
  'course-without-parts': [['course.yaml:1', '"parts" is missing']],
  'slug-of-a-page': [
    [
      'course.yaml:7',
      'must have another slug: every course has a page of its own at the address "check"',
    ],
  ],
  'sentence-too-long': [[`${second}:17`, 'has 32 words']],
  'sentence-too-long-on-average': [[`${second}:1`, '20.6 words on average']],
  'words-too-long': [[`${second}:1`, 'LIX is 55']],
  zawgyi: [[`${second}:30`, 'Zawgyi']],
  'invisible-character': [[`${second}:18`, 'U+200B']],
  'invisible-character-in-a-name': [['sv.yaml:1', 'U+00AD']],
  'sentence-of-another-chapter': [[`${second}:15`, 'stands also in']],
  'term-by-another-name': [[`${second}:15`, '"majority" here']],
  'term-explained-twice': [[`${second}:17`, 'on line 15']],
  'term-that-no-chapter-uses': [['glossary/en.yaml:4', 'No chapter uses']],
  'id-of-the-page': [
    [`${second}:17`, '"sources"'],
    [`${second}:19`, '"word-quorum"'],
  ],
  'picture-twice': [['01-first/en.mdx:25', 'on line 17']],
  'picture-without-alt': [['01-first/en.mdx:17', '<Illustration> lacks "alt"']],
  'option-without-its-reason': [[`${second}:25`, '<Option> lacks "reason"']],
  'picture-too-heavy': [[`${picture}:1`, 'bytes; 10,000 are allowed']],
  'direction-mark': [[`${second}:15`, 'U+202A to U+202E']],
  'length-limits': [
    ['measured/01-short/en.mdx:1', 'The running text has 8 words; the standard is 1200 to 1800'],
    [
      'measured/01-short/en.mdx:32',
      'The comment "case-2" has 156 words; the standard is 60 to 150',
    ],
  ],
  'translation-of-no-chapter': [['03-third:1', 'The chapter lacks its source, en.mdx']],
  'translation-of-no-page': [['pages/about:1', 'The page lacks its source, en.mdx']],
  'translation-with-an-id-of-its-own': [
    ['01-first/sv.mdx:1', 'The translation has the heading "addition", which the source lacks'],
  ],
  'guide-that-does-not-add-up': [
    ['01-first/guide.en.yaml:4', '"plan" must add up to the study hours'],
  ],
  'guide-with-other-minutes': [
    ['01-first/guide.sv.yaml:1', 'The plan has other minutes than guide.en.yaml'],
  ],
  'guide-with-other-kinds': [
    ['01-first/guide.sv.yaml:1', 'The plan has other kinds of steps than guide.en.yaml'],
  ],
  'guide-with-other-cards': [
    ['01-first/guide.sv.yaml:1', 'There are other discussion cards than in guide.en.yaml'],
  ],
  'guide-translation-without-minutes': [
    ['01-first/guide.sv.yaml:6', '"plan.1.minutes" is missing'],
  ],
  'page-that-links-nowhere': [
    ['pages/about/en.mdx:7', 'The link #nowhere must lead to a section of this page'],
  ],
  'page-with-other-headings': [
    ['pages/about/sv.mdx:1', "The headings' ids are other than in en.mdx: goal"],
  ],
  'everything-wrong': [
    ['01-first/sv.mdx:1', 'lacks the heading "cafe"'],
    [`${second}:7`, '"minutes" must be a whole number'],
    [`${second}:15`, 'A heading needs an id'],
    [`${second}:19`, '"XX" is no ISO country code'],
    [`${second}:17`, 'The term "agenda"'],
  ],
}

async function problemsOf(fault?: string, spoil: (folder: string) => void = () => {}) {
  const course = brokenCourse(fault)
  onTestFinished(() => course.remove())
  spoil(join(course.folder, 'tiny'))
  const loaded = await loadCatalogue(course)
  return loaded.kind === 'ok'
    ? []
    : describeProblems(loaded.problems)
        .replaceAll(`${join(course.folder, 'tiny')}/`, '')
        .replaceAll(`${course.folder}/`, '')
        .split('\n')
}

describe('an author who runs the check reads every problem with file and line:', () => {
  test.each(Object.entries(faults))('%s', async (fault, expected) => {
    const problems = await problemsOf(fault)
    expect(problems).toHaveLength(expected.length)
    for (const [i, [place, words]] of expected.entries()) {
      expect(problems[i]).toMatch(new RegExp(`^${place}  `))
      expect(problems[i]).toContain(words)
    }
  })

  test('no folder of tests/broken-courses is forgotten', () => {
    const folders = readdirSync(join(goodCourse.folder, '..'), { withFileTypes: true }).filter(
      (entry) => entry.isDirectory(),
    )
    expect(folders.map(({ name }) => name).sort()).toEqual(['good', ...Object.keys(faults)].sort())
  })

  test.each([
    ['02-second/en.mdx', ['02-second:1  The chapter lacks its source, en.mdx.']],
    ['course.yaml', ['course.yaml:1  The file is missing.']],
    [
      'figures.svg',
      [
        'figures.svg:1  The file is missing.',
        `${picture}:2  <use href="../../figures.svg#person">: a figure is taken from ../../figures.svg#name.`,
      ],
    ],
  ])('%s is missing', async (file, problems) => {
    expect(await problemsOf(undefined, (folder) => rmSync(join(folder, file)))).toEqual(problems)
  })

  test('there is no course at all', async () => {
    expect(await loadCatalogue({ ...goodCourse, folder: '/nowhere' })).toEqual({
      kind: 'broken',
      problems: [
        {
          file: '/nowhere',
          line: 1,
          message: 'There is no course in this folder (the setting COURSES).',
        },
      ],
    })
  })
})

describe('a file in another encoding', () => {
  const spoil = (file: string, change: (text: string) => Buffer) => (folder: string) =>
    writeFileSync(join(folder, file), change(readFileSync(join(folder, file), 'utf8')))
  const withMark = (text: string) => Buffer.from(`\ufeff${text}`)

  test.each([
    ['UTF-8 with a byte order mark', spoil('01-first/sv.mdx', withMark)],
    ['UTF-8 with a byte order mark, in YAML', spoil('course.yaml', withMark)],
    [
      'UTF-16 that declares itself',
      spoil('01-first/sv.mdx', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
    ],
    [
      'line ends of Windows',
      spoil('01-first/sv.mdx', (text) => Buffer.from(text.replaceAll('\n', '\r\n'))),
    ],
    [
      'line ends of old Macs',
      spoil('01-first/sv.mdx', (text) => Buffer.from(text.replaceAll('\n', '\r'))),
    ],
  ])('is read: %s', async (_, change) => {
    expect(await problemsOf(undefined, change)).toEqual([])
  })

  test.each([
    [
      'a byte that is no UTF-8',
      (text: string) => Buffer.from(text, 'latin1'),
      '01-first/sv.mdx:2',
      'the byte F6',
    ],
    [
      'UTF-16 without a mark',
      (text: string) => Buffer.from(text, 'utf16le'),
      '01-first/sv.mdx:1',
      'UTF-16 that does not say so',
    ],
    [
      'letters that were lost',
      (text: string) => Buffer.from(text.replace('ö', '\ufffd')),
      '01-first/sv.mdx:2',
      'A letter was lost',
    ],
    [
      'letters in disguise',
      (text: string) => Buffer.from(text.replaceAll('ö', 'Ã¶')),
      '01-first/sv.mdx:2',
      '"Ã¶" is "ö", read in the wrong encoding',
    ],
    [
      'a control character',
      (text: string) => Buffer.from(text.replace('ö', '\u0094')),
      '01-first/sv.mdx:2',
      'control character',
    ],
  ])('is refused with the line, once: %s', async (_, change, place, words) => {
    const problems = await problemsOf(undefined, spoil('01-first/sv.mdx', change))
    expect(problems).toEqual([expect.stringContaining(words)])
    expect(problems[0]).toMatch(new RegExp(`^${place}  `))
  })
})

describe('nothing in a course’s folder is passed over in silence:', () => {
  const rename = (from: string, to: string) => (folder: string) =>
    renameSync(join(folder, from), join(folder, to))
  const write = (file: string) => (folder: string) => writeFileSync(join(folder, file), 'x: 1\n')

  test.each([
    [
      'a chapter in capitals',
      rename('01-first/sv.mdx', '01-first/SV.mdx'),
      ['01-first/SV.mdx:1  This is not read, because of its name. Name it sv.mdx.'],
    ],
    [
      'a chapter with two endings',
      rename('01-first/sv.mdx', '01-first/sv.mdx.txt'),
      [expect.stringContaining('Name it sv.mdx.')],
    ],
    [
      'a chapter with a space',
      rename('01-first/sv.mdx', '01-first/sv .mdx'),
      [expect.stringContaining('Name it sv.mdx.')],
    ],
    [
      'a chapter with an underscore',
      rename('01-first/sv.mdx', '01-first/pt_BR.mdx'),
      [expect.stringContaining('Name it pt-BR.mdx.')],
    ],
    [
      'a guide without its chapter',
      write('02-second/guide.sv.yaml'),
      ['02-second/guide.sv.yaml:1  The chapter has no sv.mdx, so nobody can read its guide.'],
    ],
    [
      'a glossary without its language',
      write('glossary/de.yaml'),
      ['glossary/de.yaml:1  The course itself has no de.yaml, so nobody can read this.'],
    ],
    [
      'synonyms without their language',
      write('synonyms/de.yaml'),
      ['synonyms/de.yaml:1  The course itself has no de.yaml, so nobody can search with this.'],
    ],
    [
      'a picture of another kind',
      write('01-first/illustrations/a.png'),
      [expect.stringContaining('names end with .svg')],
    ],
  ])('%s', async (_, change, problems) => {
    expect(await problemsOf(undefined, change)).toEqual(problems)
  })

  test.each(['es-419', 'zh-Hant-TW'])('a language by a longer name is read: %s', async (tag) => {
    const course = brokenCourse()
    onTestFinished(() => course.remove())
    for (const [folder, ending] of [
      ['.', 'yaml'],
      ['glossary', 'yaml'],
      ['01-first', 'mdx'],
    ] as const)
      rename(`${folder}/sv.${ending}`, `${folder}/${tag}.${ending}`)(join(course.folder, 'tiny'))
    const loaded = await loadCatalogue(course)
    expect(
      loaded.kind === 'ok' && [
        ...(loaded.catalogue.courses.get('tiny')?.chapters[0]?.texts.keys() ?? []),
      ],
    ).toEqual(['en', tag])
  })

  test('a glossary that cannot be read is told alone, and a chapter that is listed twice', async () => {
    const broken = (folder: string) =>
      writeFileSync(
        join(folder, 'glossary/en.yaml'),
        'quorum:\n  term: a\n  explanation: Note: this.\n',
      )
    expect(await problemsOf(undefined, broken)).toEqual([
      'glossary/en.yaml:3  cannot be read as YAML: A text that has a colon needs "straight quotation marks" around it.',
    ])
    const twice = (folder: string) => {
      const text = readFileSync(join(folder, 'course.yaml'), 'utf8')
      writeFileSync(join(folder, 'course.yaml'), text.replace(/( *- 02-second\n)/, '$1$1'))
    }
    expect(await problemsOf(undefined, twice)).toEqual([
      expect.stringContaining('Two chapters have the address "second"'),
    ])
  })

  test('a file without front matter is told that alone', async () => {
    const bare = (folder: string) => writeFileSync(join(folder, second), 'Text.\n\n---\n')
    expect(await problemsOf(undefined, bare)).toEqual([
      expect.stringMatching(/^02-second\/en.mdx:1 {2}The front matter is missing/),
    ])
  })
})

describe('a course’s folder', () => {
  const loadWith = async (change: (courses: string) => void) => {
    const course = brokenCourse()
    onTestFinished(() => course.remove())
    change(course.folder)
    const loaded = await loadCatalogue(course)
    if (loaded.kind === 'broken')
      return loaded.problems.map(
        ({ file, message }) => `${file.replace(course.folder, '')} ${message}`,
      )
    return [...loaded.catalogue.courses.values()].map(
      ({ id, chapters }) => `${id} ${chapters.length}`,
    )
  }

  test('may be a symbolic link, and another version when what it leads to changes', async () => {
    const course = brokenCourse()
    onTestFinished(() => course.remove())
    const elsewhere = brokenCourse()
    onTestFinished(() => elsewhere.remove())
    rmSync(join(course.folder, 'tiny'), { recursive: true })
    symlinkSync(join(elsewhere.folder, 'tiny'), join(course.folder, 'tiny'))
    symlinkSync('..', join(elsewhere.folder, 'tiny/01-first/illustrations/.up'))
    const versions: string[] = []
    for (const spoil of [() => {}, () => rmSync(join(elsewhere.folder, 'tiny/01-first/sv.mdx'))]) {
      spoil()
      const loaded = await loadCatalogue(course)
      versions.push(loaded.kind === 'ok' ? loaded.catalogue.version : 'broken')
      expect(loaded.kind === 'ok' && loaded.catalogue.courses.get('tiny')?.chapters.length).toBe(2)
    }
    expect(new Set(versions).size).toBe(2)
  })

  test.each([
    [
      'a link that leads nowhere',
      (courses: string) => symlinkSync('./nowhere', join(courses, 'second')),
      ['/second This symbolic link leads nowhere. Correct it or remove it.'],
    ],
    [
      'a name that is no address',
      (courses: string) => renameSync(join(courses, 'tiny'), join(courses, 'My Course')),
      [expect.stringContaining('not "My Course"')],
    ],
    [
      'a course in the place of the folder of courses',
      (courses: string) => writeFileSync(join(courses, 'course.yaml'), ''),
      [expect.stringContaining('The setting COURSES names a course')],
    ],
    [
      'a folder of a program',
      (courses: string) => renameSync(join(courses, 'tiny/glossary'), join(courses, '.git')),
      [expect.stringContaining('The file is missing'), expect.anything()],
    ],
  ])('is told, or passed over where it is hidden: %s', async (_, change, problems) => {
    expect(await loadWith(change)).toEqual(problems)
  })
})

describe('a course without a fault', async () => {
  const loaded = (await loadCatalogue(goodCourse)) as { kind: 'ok'; catalogue: Catalogue }
  const course = loaded.catalogue.courses.get('tiny')!

  test('has its chapters in order, each in its languages', () => {
    expect(
      course.chapters.map(({ number, slug, part, texts }) => [
        number,
        slug,
        part,
        [...texts.keys()],
      ]),
    ).toEqual([
      [1, 'first', 'start', ['en', 'sv']],
      [2, 'second', 'start', ['en']],
    ])
    expect([...course.figures.keys()]).toEqual(['person'])
  })

  test('is another version when any file changes, and only then', async () => {
    const { folder, remove, ...rest } = brokenCourse()
    onTestFinished(remove)
    const versionNow = async () =>
      ((await loadCatalogue({ folder, ...rest })) as typeof loaded).catalogue.version
    expect(await versionNow()).toBe(loaded.catalogue.version)
    rmSync(join(folder, 'tiny/01-first/sv.mdx'))
    expect(await versionNow()).not.toBe(loaded.catalogue.version)
  })
})
