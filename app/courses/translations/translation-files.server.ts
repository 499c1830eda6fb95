import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import type { Lang } from '../model/chapter.ts'
import { isLanguageTag } from '../model/language-tag.ts'
import { type Block, blockHash } from './block.ts'
import { chapterNames, namesSource, type UntranslatedChapter } from './chapter-names.ts'
import { type Comparison, compareBlocks, type RecordedBlocks } from './freshness.ts'
import { interfaceBlocks, pluralBlocks } from './interface-blocks.ts'
import { mdxBlocks } from './mdx-blocks.ts'
import { yamlBlocks } from './yaml-blocks.ts'

/** The folder that remembers, in a course and beside the interface's texts. */
export const recordFolder = 'translations'

/** Something that is translated as one file: a chapter, a guide, a tool, a glossary. */
export interface TranslationDocument {
  /** "05-the-branch", "05-the-branch/guide", "glossary", "tools/10-1-cash-book". */
  name: string
  file: (lang: Lang) => string
  /**
   * Chapters by folder, where it names those that a language has no text of. Such a name stands in
   * the language's file once it is translated, and until then not at all.
   */
  names?: readonly string[]
}

/** Whether a block need not stand in a translation. */
export function isOptional({ names }: TranslationDocument, id: string): boolean {
  return names !== undefined && id.startsWith(chapterNames)
}

/** What each translation of a course remembers, by document. */
export type TranslationRecord = Record<string, RecordedBlocks>

const ifAny = (file: string) => readFile(file, 'utf8').catch(() => null)
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** The blocks of a file, by what its name ends with. */
export function blocksOf(file: string, written: string): Block[] {
  if (file.endsWith('.mdx')) return mdxBlocks(written)
  return file.endsWith('.json') ? interfaceBlocks(written) : yamlBlocks(written)
}

/**
 * What is translated in a folder, a course or the interface's texts: its documents in all their
 * languages, and what the translations remember.
 */
export class TranslationFiles {
  private readonly texts = new Map<string, Record<string, string>>()
  private readonly records = new Map<Lang, TranslationRecord>()

  private constructor(
    readonly root: string,
    readonly source: Lang,
    readonly documents: readonly TranslationDocument[],
  ) {}

  /** A course, by its folder. */
  static async ofCourse(root: string): Promise<TranslationFiles> {
    const { source, parts } = parse(await readFile(join(root, 'course.yaml'), 'utf8')) as {
      source: Lang
      parts: { chapters: string[] }[]
    }
    const inFolder = (name: string) => ({ name, file: (lang: Lang) => `${name}/${lang}.mdx` })
    const namesIn = async (folder: string) =>
      (await readdir(join(root, folder)).catch(() => [])).sort().map((name) => `${folder}/${name}`)
    const chapters = parts.flatMap((part) => part.chapters)
    const all: TranslationDocument[] = [
      { name: 'names', file: (lang) => `${lang}.yaml`, names: chapters },
      { name: 'glossary', file: (lang) => `glossary/${lang}.yaml` },
      ...chapters.flatMap((name) => [
        inFolder(name),
        { name: `${name}/guide`, file: (lang: Lang) => `${name}/guide.${lang}.yaml` },
      ]),
      ...(await namesIn('pages')).map(inFolder),
      ...(await namesIn('tools')).map(inFolder),
    ]
    const there = await Promise.all(all.map(async ({ file }) => ifAny(join(root, file(source)))))
    return new TranslationFiles(
      root,
      source,
      all.filter((_, i) => there[i] !== null),
    )
  }

  /** The texts of the interface, by the folder that holds `texts`. */
  static async ofInterface(root: string): Promise<TranslationFiles> {
    const names = (await readdir(join(root, 'texts/en'))).filter((name) => name.endsWith('.json'))
    const documents = names.sort().map((name) => ({
      name: `interface/${name.slice(0, -'.json'.length)}`,
      file: (lang: Lang) => `texts/${lang}/${name}`,
    }))
    return new TranslationFiles(root, 'en', documents)
  }

  /** A file's text, or null. */
  async text(file: string): Promise<string | null> {
    return ifAny(join(this.root, file))
  }

  async write(file: string, text: string) {
    await mkdir(dirname(join(this.root, file)), { recursive: true })
    await writeFile(join(this.root, file), text)
  }

  /** The languages other than the source that have any document, or any record. */
  async languages(): Promise<Lang[]> {
    const first = this.documents[0]?.file('x') ?? ''
    const tags = first.startsWith('texts/')
      ? await readdir(join(this.root, 'texts'))
      : (await readdir(this.root)).map((name) => name.replace(/\.yaml$/, ''))
    return tags.filter((tag) => isLanguageTag(tag) && tag !== this.source).sort()
  }

  /**
   * A document's source as a language has to translate it; of what need not stand in the
   * translation, the blocks that are wanted.
   */
  async sourceText(
    { file, names }: TranslationDocument,
    lang: Lang,
    isWanted?: (id: string) => boolean,
  ): Promise<string> {
    const own = (await this.text(file(this.source))) ?? ''
    if (!names) return own
    const chapters: UntranslatedChapter[] = []
    for (const folder of names) {
      const written = await this.text(`${folder}/${this.source}.mdx`)
      const isOpen = (await this.text(`${folder}/${lang}.mdx`)) === null
      if (written !== null && isOpen) chapters.push({ folder, written })
    }
    return namesSource(own, this.source, chapters, isWanted)
  }

  /** The blocks of a document's source, with the plural forms that a language has. */
  async sourceBlocks(document: TranslationDocument, lang: Lang): Promise<Block[]> {
    const { file } = document
    const written = await this.sourceText(document, lang)
    const blocks = blocksOf(file(this.source), written)
    return file(lang).endsWith('.json') ? pluralBlocks(blocks, lang) : blocks
  }

  /** What a language remembers. */
  async record(lang: Lang): Promise<TranslationRecord> {
    const content = this.records.has(lang) ? null : await this.text(`${recordFolder}/${lang}.json`)
    if (!this.records.has(lang)) this.records.set(lang, content === null ? {} : JSON.parse(content))
    return this.records.get(lang) as TranslationRecord
  }

  /** Every source text of a document that a translation was made from, by its hash. */
  async sourceTexts(name: string): Promise<Record<string, string>> {
    const content = this.texts.has(name) ? null : await this.text(this.textsFile(name))
    if (!this.texts.has(name)) this.texts.set(name, content === null ? {} : JSON.parse(content))
    return this.texts.get(name) as Record<string, string>
  }

  private textsFile(name: string): string {
    return `${recordFolder}/${this.source}/${name}.json`
  }

  /** A document in a language, held against its source. */
  async compare(document: TranslationDocument, lang: Lang): Promise<Comparison> {
    const { [document.name]: recorded = {} } = await this.record(lang)
    const written = await this.text(document.file(lang))
    const texts = await this.sourceTexts(document.name)
    return compareBlocks(
      await this.sourceBlocks(document, lang),
      written === null ? null : blocksOf(document.file(lang), written),
      recorded,
      (hash) => texts[hash],
    )
  }

  /**
   * Remembers what blocks of a document were translated from, and the words of their sources; forgets
   * the words that no language was translated from.
   */
  async remember(name: string, lang: Lang, blocks: RecordedBlocks, sources: readonly string[]) {
    const record = await this.record(lang)
    const order = this.documents.map((one) => one.name)
    const all = { ...record, [name]: blocks }
    const sorted = order.flatMap((one) => (all[one] ? [[one, all[one]] as const] : []))
    this.records.set(lang, Object.fromEntries(sorted))
    await this.write(`${recordFolder}/${lang}.json`, json(Object.fromEntries(sorted)))
    const languages = new Set([...(await this.languages()), lang])
    const used = new Set<string>()
    for (const one of languages)
      for (const hash of Object.values((await this.record(one))[name] ?? {}))
        used.add(hash.replace(/^=/, ''))
    const known = { ...(await this.sourceTexts(name)) }
    for (const text of sources) known[blockHash(text)] ??= text
    const kept = Object.entries(known).filter(([hash]) => used.has(hash))
    this.texts.set(name, Object.fromEntries(kept))
    if (kept.length > 0) await this.write(this.textsFile(name), json(Object.fromEntries(kept)))
    else await rm(join(this.root, this.textsFile(name)), { force: true })
  }
}
