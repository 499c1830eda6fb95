/**
 * Where a link of a chapter leads in the package: the address there, or null where the package does
 * not hold it. `path` is the part below the course: a chapter's slug, `glossary`.
 */
export type LinkTarget = (path: string, id: string | null) => string | null

// React writes quotes in texts and attributes as entities, and so do our pictures: what these find
// is always an attribute of an element.
const ids = / (id|for|aria-labelledby|aria-describedby)="([^"]+)"/g
const links = /<a\b([^>]*?) href="([^"]*)"([^>]*)>([\s\S]*?)<\/a>/g

// Figures are drawn once in a file and placed by pictures of every chapter.
const isFigure = (id: string) => id.startsWith('figure-')

/** The id that something of a chapter has in a package of many chapters. */
export const placedId = (slug: string, id: string) => `${slug}.${id}`

/** Gives every id in a chapter's markup the chapter's name in front, and what points at them. */
export function placeIds(markup: string, slug: string): string {
  return markup.replace(ids, (_, name: string, value: string) => {
    const placed = value.split(' ').map((id) => (isFigure(id) ? id : placedId(slug, id)))
    return ` ${name}="${placed.join(' ')}"`
  })
}

/**
 * Leads the links of a chapter's markup to their places in the package. A link to what the package
 * does not hold becomes its words alone; one to another site stays.
 */
export function placeLinks(
  markup: string,
  place: { slug: string; courseAddress: string },
  target: LinkTarget,
): string {
  return markup.replace(links, (link, before, href: string, after, words: string) => {
    if (/^https?:/.test(href)) return link
    const [path = '', id = null] = href.split('#')
    const below = path === '' ? place.slug : path.slice(place.courseAddress.length + 1)
    const isInCourse = path === '' || path.startsWith(`${place.courseAddress}/`)
    const to = isInCourse ? target(below, id) : null
    return to === null ? words : `<a${before} href="${to}"${after}>${words}</a>`
  })
}

/** A text as it stands in markup, within an element or an attribute. */
export const escapeText = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
