import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { realCourses } from '../../../tests/broken-courses/course.ts'
import type { Block } from './block.ts'
import { mdxBlocks } from './mdx-blocks.ts'
import { asTranslation, writeBlocks } from './write-blocks.ts'
import { yamlBlocks } from './yaml-blocks.ts'

const chapter = `---
title: The branch
summary: "It says: meet."
objectives:
  - Meet
  - Count
minutes: 5
version: 3
---

Two of them know **nobody**,
and one <Term id="branch">branch</Term> does.

## What for {#what-for}

A paragraph with a [link](../money). {#half}

- One
- Two {#two}

> Said once,
> and again.

| Step | Days |
|---|--:|
| Notice | 14 |

<Illustration file="a.svg" alt="A &quot;round&quot; table" caption='So'>
  <Label id="small">One room,|one table</Label>
  <Label id="large">Many</Label>
</Illustration>

<CountryComment id="za-meet" country="ZA" about="The right" source="s" checked="2026-11">
Section 17 is a law.
</CountryComment>

<Quiz>
<Question id="how-many" type="fill-in" see="half">
Seven sit there.
<Blank id="n" reason="So it is.">It takes ___ people.<Accept>six</Accept><Accept>6</Accept><Wrong reason="Too few.">two</Wrong></Blank>
<Hint>More than two.</Hint>
</Question>
</Quiz>

<Sources>
<Source id="s" title="A law" publisher="P" year="1996" access="free">Read section 17.</Source>
</Sources>
`
const textsOf = (blocks: Block[]) => Object.fromEntries(blocks.map(({ id, text }) => [id, text]))

test('a chapter is parted into blocks with names that tell where they stand', () => {
  expect(textsOf(mdxBlocks(chapter))).toEqual({
    title: 'The branch',
    summary: 'It says: meet.',
    'objectives/1': 'Meet',
    'objectives/2': 'Count',
    'paragraph-1': 'Two of them know **nobody**, and one <Term id="branch">branch</Term> does.',
    'what-for/heading': 'What for',
    'half/text': 'A paragraph with a [link](../money).',
    'what-for/item-1': 'One',
    'two/text': 'Two',
    'what-for/quotation-1': 'Said once, and again.',
    'what-for/table-1/row-1/cell-1': 'Step',
    'what-for/table-1/row-1/cell-2': 'Days',
    'what-for/table-1/row-2/cell-1': 'Notice',
    'what-for/table-1/row-2/cell-2': '14',
    'a.svg/alt': 'A "round" table',
    'a.svg/caption': 'So',
    'a.svg/small/text': 'One room,|one table',
    'a.svg/large/text': 'Many',
    'za-meet/about': 'The right',
    'za-meet/paragraph-1': 'Section 17 is a law.',
    'how-many/paragraph-1': 'Seven sit there.',
    'how-many/n/reason': 'So it is.',
    'how-many/n/text': 'It takes ___ people.',
    'how-many/n/answers': 'six | 6',
    'how-many/n/wrong-1/reason': 'Too few.',
    'how-many/n/wrong-1/text': 'two',
    'how-many/hint-1/text': 'More than two.',
    's/text': 'Read section 17.',
  })
})

test('a note to the reviewer is no block, and stays where it is', () => {
  const note = '{/* For the reviewer: <b> or “a”? */}'
  const noted = chapter.replace('## What for', `${note}\n\n## What for`)
  expect(textsOf(mdxBlocks(noted))).toEqual(textsOf(mdxBlocks(chapter)))
  const written = writeBlocks(noted, mdxBlocks(noted), new Map([['half/text', 'Another.']]))
  expect(written).toContain(`${note}\n\n## What for`)
  expect(written).toContain('Another. {#half}')
})

test('what is written into a block is read out of it again, whatever the words', () => {
  const blocks = mdxBlocks(chapter)
  const word = fc.stringMatching(/^[\p{L}\p{M}؟،。”’]{1,9}$/u)
  const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '))
  const edit = fc.tuple(fc.nat({ max: blocks.length - 1 }), sentence)
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const texts = new Map(edits.map(([at, text]) => [blocks[at]!.id, text.normalize()]))
      const after = mdxBlocks(writeBlocks(chapter, blocks, texts))
      expect(textsOf(after)).toEqual({ ...textsOf(blocks), ...Object.fromEntries(texts) })
    }),
  )
})

test('signs that mean something in a file are written so that they mean themselves', () => {
  const texts = new Map([
    ['title', 'A: "branch" # not a comment'],
    ['a.svg/alt', 'The "round" & the &amp; sign'],
    ['a.svg/caption', "It's"],
    ['how-many/n/answers', 'sex | 6 | halvt dussin'],
  ])
  const written = writeBlocks(chapter, mdxBlocks(chapter), texts)
  expect(textsOf(mdxBlocks(written))).toMatchObject(Object.fromEntries(texts))
  expect(written).toContain('<Accept>halvt dussin</Accept><Wrong')
})

test('a YAML file is parted by its keys, and takes any text', () => {
  const yaml =
    'aim: Meet\nplan:\n  - minutes: 45\n    kind: welcome\n    step: Hello\n    how: >\n      Long\n      text\n'
  expect(textsOf(yamlBlocks(yaml))).toEqual({
    aim: 'Meet',
    'plan/1/step': 'Hello',
    'plan/1/how': 'Long text',
  })
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      fc.pre(text.trim() === text && !/[\p{C}\u2028\u2029]/u.test(text))
      const written = writeBlocks(yaml, yamlBlocks(yaml), new Map([['plan/1/how', text]]))
      expect(textsOf(yamlBlocks(written))['plan/1/how']).toBe(text)
    }),
  )
})

test('a source’s front matter becomes a translation’s', () => {
  expect(asTranslation(chapter)).toContain('minutes: 5\nfollows: 3\nstate: draft\n---')
})

describe('the manual', () => {
  const files = readdirSync(realCourses.folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(^|\/|guide\.)en\.(mdx|yaml)$/.test(file) && !file.includes('synonyms'),
  )
  const read = (file: string) => readFileSync(join(realCourses.folder, file), 'utf8')
  const blocksOf = (file: string) => (file.endsWith('mdx') ? mdxBlocks : yamlBlocks)(read(file))

  // Every third file, so that each kind is among them.
  test.each(
    files.filter((_, i) => i % 3 === 0),
  )('has its blocks in Swedish too, and becomes it with them: %s', (file) => {
    const swedish = blocksOf(file.replace(/en(\.\w+)$/, 'sv$1'))
    const english = blocksOf(file)
    const ids = english.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(swedish.map(({ id }) => id)).toEqual(ids)
    const texts = new Map(swedish.map(({ id, text }) => [id, text]))
    const written = writeBlocks(read(file), english, texts)
    const after = (file.endsWith('mdx') ? mdxBlocks : yamlBlocks)(written)
    expect(textsOf(after)).toEqual(Object.fromEntries(texts))
  })
})
