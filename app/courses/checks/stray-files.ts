import { isLanguageTag, nearLanguageTag } from '../model/language-tag.ts'
import { recordFile } from './question-record.ts'

/** The kinds of folders that a course has. */
export type FolderKind = 'course' | 'glossary' | 'chapter' | 'illustrations' | 'pages' | 'page'

interface FolderRule {
  /** The names that are read whatever the languages. */
  names: RegExp
  /** How the names that hold a language begin and end. */
  languages: { before: string; after: string }[]
  holds: string
}

const rules: Record<FolderKind, FolderRule> = {
  course: {
    names: new RegExp(
      `^(course\\.yaml|figures\\.svg|${recordFile.replaceAll('.', '\\.')}|glossary|synonyms|pages|tools|translations|\\d\\d-.+)$`,
    ),
    languages: [{ before: '', after: '.yaml' }],
    holds:
      'A course’s folder holds course.yaml, figures.svg, names (sv.yaml), glossary, synonyms, ' +
      'pages, tools, translations and chapters (01-hello).',
  },
  glossary: {
    names: /^$/,
    languages: [{ before: '', after: '.yaml' }],
    holds: 'This folder holds one file a language: sv.yaml.',
  },
  chapter: {
    names: /^illustrations$/,
    languages: [
      { before: 'guide.', after: '.yaml' },
      { before: '', after: '.mdx' },
    ],
    holds:
      'A chapter’s folder holds its languages (sv.mdx), guides (guide.sv.yaml) and illustrations.',
  },
  illustrations: {
    names: /.\.svg$/,
    languages: [],
    holds: 'This folder holds pictures whose names end with .svg.',
  },
  pages: {
    names: /^[a-z0-9]+(-[a-z0-9]+)*$/,
    languages: [],
    holds: 'This folder holds a folder for each page.',
  },
  page: {
    names: /^$/,
    languages: [{ before: '', after: '.mdx' }],
    holds: 'A page’s folder holds its languages: sv.mdx.',
  },
}

/** What systems and editors leave behind, and what a folder says of itself to people. */
const passedOver =
  /^(\..*|.*~|#.*#|thumbs\.db|desktop\.ini|(readme|licen[cs]e|notice|copying)(\.\w+)?)$/i

function nearName(name: string, { languages }: FolderRule): string | null {
  // Some systems hide the last ending of a name: who sees "sv.mdx" may have "sv.mdx.txt".
  const tidy = name.replace(/\s/g, '').replace(/\.(txt|text|md|docx?|bak)$/i, '')
  for (const { before, after } of languages) {
    const ending = [after, after.replace('.yaml', '.yml'), '.md'].find((one) =>
      tidy.toLowerCase().endsWith(one),
    )
    const word = ending ? tidy.slice(0, -ending.length) : tidy
    if (!word.toLowerCase().startsWith(before)) continue
    const tag = nearLanguageTag(word.slice(before.length))
    if (tag) return `${before}${tag}${after}`
  }
  return null
}

function isRead(name: string, { names, languages }: FolderRule): boolean {
  if (names.test(name)) return true
  return languages.some(
    ({ before, after }) =>
      name.startsWith(before) &&
      name.endsWith(after) &&
      isLanguageTag(name.slice(before.length, -after.length)),
  )
}

/**
 * Finds what a folder of a course holds and nobody reads, so that no file is passed over in
 * silence. Gives each name with what its author can do.
 */
export function findStrayFiles(
  kind: FolderKind,
  names: string[],
): { name: string; message: string }[] {
  const rule = rules[kind]
  return names
    .filter((name) => !passedOver.test(name) && !isRead(name, rule))
    .map((name) => {
      const near = nearName(name, rule)
      const advice =
        near && near !== name
          ? `Name it ${near}.`
          : `${rule.holds} Rename it, move it or remove it.`
      return { name, message: `This is not read, because of its name. ${advice}` }
    })
}
