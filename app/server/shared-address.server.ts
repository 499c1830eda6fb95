import type { Catalogue, Course } from '../courses/model/chapter.ts'
import { carriedQuery, countryCodes, isCountry } from '../courses/model/countries.ts'
import { siteLanguages } from '../i18n/request-language.server.ts'
import { isToldOf } from '../reading/countries/told-of.server.ts'

/**
 * Pages of a course apart from its chapters that are the same for every guest.
 * `tests/safety/shared-pages.test.ts` holds them against the routes.
 */
export const sharedCoursePages = [
  'about',
  'glossary',
  'guide',
  'question-banks',
  'questions.gift',
  'questions.xml',
  'tools',
]

/**
 * The one address under which a shared page is cached, and whether it is a variant of it: the
 * comments of one country, a tool filled in. `isCanonical` is false where it was asked for in
 * another spelling.
 */
export interface SharedAddress {
  address: string
  isVariant: boolean
  isCanonical: boolean
  /**
   * A country was asked for that no comment of the course tells of: the page says so at its place
   * `no-comment`.
   */
  isCountryMissing: boolean
}

/**
 * The variant of a page that a query asks for: its parameter, as the page's links write it; null
 * for the page itself.
 */
interface Variant {
  parameter: string | null
  isCountryMissing: boolean
}
type VariantIn = (query: URLSearchParams) => Variant

/**
 * The addresses of a catalogue's shared pages, by their lower-case spelling, with the variants that
 * each has.
 */
type Addresses = Map<string, { path: string; variantIn: VariantIn }>

const noVariant: VariantIn = () => ({ parameter: null, isCountryMissing: false })

const addressesByCatalogue = new WeakMap<Catalogue, Addresses>()

function addressesOf(catalogue: Catalogue): Addresses {
  const found = addressesByCatalogue.get(catalogue)
  if (found) return found
  const addresses: Addresses = new Map()
  const add = (path: string, variantIn = noVariant) =>
    addresses.set(path.toLowerCase(), { path, variantIn })
  for (const { tag } of siteLanguages) {
    add(`/${tag}`)
    add(`/${tag}/safety`)
    add(`/${tag}/search/suggestions.json`)
    add(`/${tag}/reading`)
    add(`/${tag}/countries`)
    for (const code of countryCodes) add(`/${tag}/countries/${code}`, besideIn(catalogue))
    for (const course of catalogue.courses.values()) {
      const contents = `/${tag}/courses/${course.id}`
      add(contents, carriedIn(course))
      for (const page of sharedCoursePages) add(`${contents}/${page}`)
      for (const chapter of course.chapters) {
        add(`${contents}/${chapter.slug}`, carriedIn(course))
        add(`${contents}/guide/${chapter.slug}`)
      }
      for (const tool of course.tools.keys()) add(`${contents}/tools/${tool}`, exampleIn)
    }
  }
  addressesByCatalogue.set(catalogue, addresses)
  return addresses
}

/**
 * A path with its escapes, doubled slashes and capitals undone, as far as the router does not tell
 * them apart.
 */
function plainSpelling(path: string): string | null {
  try {
    const { pathname } = new URL(path.replace(/^\/+/, '/'), 'http://localhost')
    return decodeURIComponent(pathname)
      .replace(/\/+/g, '/')
      .replace(/(.)\/$/, '$1')
      .toLowerCase()
  } catch {
    return null
  }
}

/** That a tool's address asks for it filled in. */
const exampleIn: VariantIn = (query) => ({
  parameter: query.get('view') === 'example' ? 'view=example' : null,
  isCountryMissing: false,
})

/** The second country that a country's address asks for, where comments tell of it. */
const besideIn =
  (catalogue: Catalogue): VariantIn =>
  (query) => {
    const other = query.get('with')
    if (!other || !isCountry(other)) return noVariant(query)
    const hasComment = [...catalogue.courses.values()].some((course) => isToldOf(course, other))
    return { parameter: hasComment ? `with=${other}` : null, isCountryMissing: false }
  }

/**
 * What an address of a course carries along: a country, where a comment of the course tells of it,
 * and that pictures are left out. A chapter that has none of that country says so.
 */
const carriedIn =
  (course: Course): VariantIn =>
  (query) => {
    const country = query.get('country')
    const isAsked = country !== null && isCountry(country)
    const isTold = isAsked && isToldOf(course, country)
    const carried = carriedQuery(isTold ? country : null, query.get('pictures') !== 'no')
    return { parameter: carried.slice(1) || null, isCountryMissing: isAsked && !isTold }
  }

/**
 * What a guest's address means among the pages that all guests share; null for any other page.
 * There are only so many such addresses, whatever is asked for: unknown parameters, unknown
 * countries and other spellings lead to one of them.
 */
export function sharedAddress(url: string, catalogue: Catalogue): SharedAddress | null {
  const addresses = addressesOf(catalogue)
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  const page = addresses.get(path.toLowerCase()) ?? addresses.get(plainSpelling(path) ?? '')
  if (!page) return null
  if (mark < 0)
    return {
      address: page.path,
      isVariant: false,
      isCanonical: page.path === url,
      isCountryMissing: false,
    }
  const { parameter, isCountryMissing } = page.variantIn(new URLSearchParams(url.slice(mark + 1)))
  const address = parameter ? `${page.path}?${parameter}` : page.path
  return { address, isVariant: parameter !== null, isCanonical: address === url, isCountryMissing }
}
