import type { Chapter } from '../../courses/model/chapter.ts'
import { translate } from '../../i18n/i18n.ts'
import { languageName } from '../../i18n/locale.ts'
import { type Book, chapterNameOf, courseTextOf, partsOf } from '../book.ts'
import { escapeText } from '../place-links.ts'

/** An edition of SCORM. */
export type ScormEdition = '1.2' | '2004'

const editions = {
  '1.2': {
    namespaces:
      'xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" ' +
      'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    schemaVersion: '1.2',
    scormType: 'adlcp:scormtype',
  },
  '2004': {
    namespaces:
      'xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" ' +
      'xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" ' +
      'xmlns:imsss="http://www.imsglobal.org/xsd/imsss"',
    schemaVersion: '2004 4th Edition',
    scormType: 'adlcp:scormType',
  },
} as const

/** The names of a chapter's page and of the files that every page uses. */
export const scormFiles = {
  page: (slug: string) => `${slug}.html`,
  style: 'book.css',
  script: 'book.js',
} as const

/** A chapter's number and title, and in which language it is read where that is not the book's. */
function nameInManifest(book: Book, chapter: Chapter): string {
  const { title, textLang } = chapterNameOf(book, chapter)
  const { language } = book
  const read = textLang && { language: languageName(textLang, language.tag) }
  return `${chapter.number}. ${title}${read ? ` · ${translate(language)('courses:textLanguage', read)}` : ''}`
}

/**
 * The `imsmanifest.xml` of a package: the parts of the course, and in each its chapters as
 * activities of their own. Ids say what they are, so that a newer package takes the place of an
 * older one.
 */
export function scormManifest(book: Book, edition: ScormEdition): string {
  const { namespaces, schemaVersion, scormType } = editions[edition]
  const { course, language } = book
  const id = `${course.id}-${language.tag}`
  // SCORM 2004: a learner may open the activities of a part in any order.
  const sequencing =
    edition === '2004'
      ? '\n<imsss:sequencing><imsss:controlMode choice="true" flow="true"/></imsss:sequencing>'
      : ''
  const items = partsOf(book).map(({ id: part, title, chapters }) => {
    const inside = chapters.map((chapter) => {
      const { slug } = chapter
      const name = escapeText(nameInManifest(book, chapter))
      return `<item identifier="chapter-${slug}" identifierref="page-${slug}"><title>${name}</title></item>`
    })
    return `<item identifier="part-${part}"><title>${escapeText(title)}</title>
${inside.join('\n')}${sequencing}
</item>`
  })
  const resources = book.chapters.map(
    ({
      slug,
    }) => `<resource identifier="page-${slug}" type="webcontent" ${scormType}="sco" href="${scormFiles.page(slug)}">
<file href="${scormFiles.page(slug)}"/>
<dependency identifierref="files"/>
</resource>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${id}" version="1.0" ${namespaces}>
<metadata><schema>ADL SCORM</schema><schemaversion>${schemaVersion}</schemaversion></metadata>
<organizations default="course">
<organization identifier="course">
<title>${escapeText(courseTextOf(book).title)}</title>
${items.join('\n')}${sequencing}
</organization>
</organizations>
<resources>
${resources.join('\n')}
<resource identifier="files" type="webcontent" ${scormType}="asset">
<file href="${scormFiles.style}"/>
<file href="${scormFiles.script}"/>
</resource>
</resources>
</manifest>
`
}
