import { gzipSync } from 'node:zlib'
import type { ChapterText, Course } from '../courses/model/chapter.ts'
import { carriedQuery } from '../courses/model/countries.ts'
import { figuresFor } from '../courses/parse/illustration.ts'
import { formatSize } from '../i18n/format-size.ts'
import { translate } from '../i18n/i18n.ts'
import type { Reading } from './reading.ts'

type Drawn = Pick<ChapterText, 'illustrations'>

// How many bytes the pictures of a chapter add to its page, compressed.
const sizes = new WeakMap<Drawn, number>()

function sizeOf(text: Drawn, { figures }: Pick<Course, 'figures'>): number {
  const pictures = [...text.illustrations.values()]
  const drawings = pictures.map(({ svg }) => svg).join('') + figuresFor(pictures, figures)
  const size = sizes.get(text) ?? gzipSync(drawings).length
  sizes.set(text, size)
  return size
}

/**
 * The link to a chapter's page without its pictures, with what that saves; or back to the one with
 * them. None where there are no pictures, or where the reader wants none in any chapter.
 */
export function picturesLink(
  text: Drawn,
  course: Pick<Course, 'figures'>,
  { pictures, language, country }: Pick<Reading, 'pictures' | 'language' | 'country'>,
): { query: string; words: string } | null {
  const count = text.illustrations.size
  if (count === 0 || pictures === 'never') return null
  const t = translate(language)
  if (pictures === 'left out')
    return { query: carriedQuery(country), words: t('reading:picturesOn') }
  const size = formatSize(sizeOf(text, course), language.tag)
  return { query: carriedQuery(country, false), words: t('reading:picturesOff', { count, size }) }
}
