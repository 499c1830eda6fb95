import { describe, expect, test } from 'vitest'
import { isLanguageTag, nearLanguageTag } from '../model/language-tag.ts'
import { findStrayFiles } from './stray-files.ts'

describe('a language tag', () => {
  test.each([
    'sv',
    'my',
    'shn',
    'pt-BR',
    'es-419',
    'sr-Latn',
    'zh-Hant-TW',
    'ca-valencia',
    'de-1996',
  ])('%s is one', (tag) => {
    expect(isLanguageTag(tag)).toBe(true)
  })

  test.each([
    'SV',
    'pt_BR',
    'pt-br',
    'PT-BR',
    'sr-latn',
    'zh-TW-Hant',
    'es-41',
    'course',
    'iw',
    'sv ',
    '',
    'e',
    'en-',
  ])('"%s" is none', (tag) => {
    expect(isLanguageTag(tag)).toBe(false)
  })

  test.each([
    ['SV', 'sv'],
    ['pt_BR', 'pt-BR'],
    ['sv ', 'sv'],
    ['ZH_HANT_tw', 'zh-Hant-TW'],
    ['iw', 'he'],
    ['notes', null],
  ])('"%s" may be meant as %s', (written, tag) => {
    expect(nearLanguageTag(written)).toBe(tag)
  })
})

describe('a file that nobody reads is told', () => {
  test.each([
    ['chapter', 'SV.mdx', 'Name it sv.mdx.'],
    ['chapter', 'sv.mdx.txt', 'Name it sv.mdx.'],
    ['chapter', 'sv .mdx', 'Name it sv.mdx.'],
    ['chapter', 'pt_BR.mdx', 'Name it pt-BR.mdx.'],
    ['chapter', 'sv.md', 'Name it sv.mdx.'],
    ['chapter', 'guide.SV.yaml', 'Name it guide.sv.yaml.'],
    ['chapter', 'guide.sv.yml', 'Name it guide.sv.yaml.'],
    ['chapter', 'notes.docx', 'A chapter’s folder holds'],
    ['glossary', 'sv.yml', 'Name it sv.yaml.'],
    ['course', 'SV.yaml', 'Name it sv.yaml.'],
    ['course', '3-third', 'A course’s folder holds'],
    ['illustrations', 'door.png', 'names end with .svg'],
    ['pages', 'about.mdx', 'a folder for each page'],
    ['page', 'EN.mdx', 'Name it en.mdx.'],
  ] as const)('in a folder of the kind %s: %s', (kind, name, words) => {
    expect(findStrayFiles(kind, [name])).toEqual([
      { name, message: expect.stringContaining(words) },
    ])
  })

  test.each([
    [
      'chapter',
      [
        'en.mdx',
        'es-419.mdx',
        'zh-Hant-TW.mdx',
        'guide.en.yaml',
        'illustrations',
        '.DS_Store',
        'README.md',
        'sv.mdx~',
        'Thumbs.db',
      ],
    ],
    [
      'course',
      [
        'course.yaml',
        'en.yaml',
        'figures.svg',
        'glossary',
        'pages',
        'tools',
        '01-first',
        'questions.lock.yaml',
        'LICENSE',
      ],
    ],
  ] as const)('and in a folder of the kind %s, nothing else is', (kind, names) => {
    expect(findStrayFiles(kind, [...names])).toEqual([])
  })
})
