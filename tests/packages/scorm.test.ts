import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Catalogue } from '../../app/courses/model/chapter.ts'
import { makeScorm } from '../../app/packages/scorm/scorm.server.tsx'
import { goodCourse } from '../broken-courses/course.ts'
import { bookOf, catalogueOf } from './books.ts'
import { danglingLinks } from './dangling-links.ts'

type Item = { '@identifierref'?: string; title: string; item?: Item | Item[] }
const listed = <T>(one: T | T[] | undefined): T[] =>
  one === undefined ? [] : Array.isArray(one) ? one : [one]

describe.each(['1.2', '2004'] as const)('a package for SCORM %s', (edition) => {
  let tiny: Catalogue
  beforeAll(async () => {
    tiny = await catalogueOf(goodCourse)
  })
  const made = async (lang: string, chapters: string[] = []) =>
    new Map(
      Object.entries(unzipSync(await makeScorm(bookOf(tiny, lang, chapters), edition))).map(
        ([name, bytes]) => [name, strFromU8(bytes)],
      ),
    )
  const manifestOf = (files: Map<string, string>) =>
    new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' }).parse(
      files.get('imsmanifest.xml') ?? '',
    ).manifest

  test('has its manifest at the root, which names every file that is there and no other', async () => {
    const files = await made('en')
    expect(XMLValidator.validate(files.get('imsmanifest.xml') ?? '')).toBe(true)
    const resources = listed(manifestOf(files).resources.resource)
    const named = resources.flatMap(({ file }) => listed(file).map((one) => one['@href']))
    expect(named.sort()).toEqual(
      [...files.keys()].filter((name) => name !== 'imsmanifest.xml').sort(),
    )
    for (const resource of resources)
      for (const { '@identifierref': needed } of listed(resource.dependency))
        expect(resources.map((one) => one['@identifier'])).toContain(needed)
  })

  test('says which edition it speaks', async () => {
    const { metadata } = manifestOf(await made('en'))
    expect(metadata.schema).toBe('ADL SCORM')
    expect(String(metadata.schemaversion)).toBe(edition === '1.2' ? '1.2' : '2004 4th Edition')
  })

  test('has an activity for each chapter, in the parts of the course', async () => {
    const files = await made('en')
    const manifest = manifestOf(files)
    const parts = listed(manifest.organizations.organization.item as Item | Item[])
    const activities = parts.flatMap(({ item }) => listed(item))
    expect(activities.map(({ title }) => title)).toEqual(['1. First', '2. Second'])
    const pages = listed(manifest.resources.resource).map((one) => one['@identifier'])
    for (const activity of activities) expect(pages).toContain(activity['@identifierref'])
    const some = manifestOf(await made('en', ['second']))
    expect(
      listed(some.organizations.organization.item.item as Item).map(({ title }) => title),
    ).toEqual(['2. Second'])
  })

  test.each(['en', 'sv', 'en-XB'])('in %s leads nowhere that is not on the page', async (lang) => {
    const files = await made(lang)
    for (const name of ['first.html', 'second.html'])
      expect(danglingLinks((files.get(name) ?? '').replace(/<link [^>]+>/, ''))).toEqual([])
  })

  test('loads nothing from elsewhere, and asks its learner before it tells the platform', async () => {
    const page = (await made('en')).get('first.html') ?? ''
    expect(page.match(/ (?:src|href)="https?:[^"]*\.(?:js|css|png|svg|woff2?)"/)).toBeNull()
    expect(page.includes("default-src 'none'")).toBe(true)
    expect(page.includes('under the name that you use there')).toBe(true)
  })

  test('is the same to the byte whenever it is made', async () => {
    const [one, other] = await Promise.all([
      makeScorm(bookOf(tiny, 'sv'), edition),
      makeScorm(bookOf(tiny, 'sv'), edition),
    ])
    expect(Buffer.compare(one, other)).toBe(0)
  })
})
