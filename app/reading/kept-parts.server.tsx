import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import type { Chapter, Course } from '../courses/model/chapter.ts'
import { i18nFor } from '../i18n/i18n.ts'
import type { Language } from '../i18n/languages.ts'
import { BoundedStore } from '../platform/pieces/bounded-store.ts'
import { sizeOf, type Template, templateOf } from '../platform/pieces/template.server.ts'

// Of all chapters, for guests and learners: what was unused longest goes first.
// As long as a session lives unused, so that what a learner has answered stays in memory no longer.
const maxIdle = 30 * 60 * 1000
const kept = new BoundedStore<Template>(16 * 1024 * 1024, sizeOf, maxIdle)
const numbers = new WeakMap<Course | Chapter, number>()
let count = 0

/** A number of its own: a course that was loaded again has another, and so have its chapters. */
function numberOf(one: Course | Chapter): number {
  const number = numbers.get(one) ?? ++count
  numbers.set(one, number)
  return number
}

/** Components as HTML, with the interface's texts in a language. */
export function renderIn(language: Language, children: ReactNode): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(language)}>{children}</I18nextProvider>,
  )
}

/**
 * A part of a chapter's page, rendered and compressed where it was not before. Its name must tell
 * everything that it depends on apart from the course, the chapter and the language. With `before`,
 * it is compressed to stand right behind that part, which its name must tell too.
 */
export function keptPart(
  { course, chapter, language }: { course: Course; chapter: Chapter; language: Language },
  name: unknown[],
  render: () => ReactNode,
  before: () => ReactNode = () => null,
): Template {
  const key = JSON.stringify([numberOf(course), numberOf(chapter), language.tag, ...name])
  const html = (part: () => ReactNode) => renderIn(language, part())
  return kept.get(key, () => templateOf(html(render), html(before)))
}

/** Lets go of all parts: when the courses that they belong to are swapped. */
export function forgetParts(): void {
  kept.clear()
}
