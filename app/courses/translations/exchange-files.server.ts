import type { Lang } from '../model/chapter.ts'
import { chapterNames } from './chapter-names.ts'
import { type Exchange, type ExchangeUnit, unitName, unitOf } from './exchange.ts'
import { decide } from './import-unit.ts'
import type { TranslationFiles } from './translation-files.server.ts'
import { type BlockChange, updateDocument } from './update-document.server.ts'

/** The texts of the documents that are wanted, ready for a translator. */
export async function exportUnits(
  files: TranslationFiles,
  place: string,
  lang: Lang,
  isWanted: (document: string) => boolean,
): Promise<Exchange> {
  const units: ExchangeUnit[] = []
  for (const document of files.documents.filter(({ name }) => isWanted(name))) {
    const texts = await files.sourceTexts(document.name)
    const { blocks } = await files.compare(document, lang)
    units.push(...blocks.map((status) => unitOf(document.name, status, (hash) => texts[hash])))
  }
  return { place, sourceLang: files.source, lang, units }
}

/** What became of a file that came back. */
export interface ImportReport {
  /** Texts that were written, and of those how many follow an older source. */
  taken: number
  older: number
  /** Texts that their translator has marked as not finished: left out. */
  unsure: number
  /** Texts that a person has to look at: nothing of them was written. */
  conflicts: { name: string; reason: string; target: string }[]
}

/**
 * Takes out of a course's names what chapters are called that have a text of their own since this
 * import: a title has one home. One that the file did not bring along goes there.
 */
async function takeOutNames(files: TranslationFiles, lang: Lang, created: ReadonlySet<string>) {
  const document = files.documents.find(({ names }) => names?.some((folder) => created.has(folder)))
  if (!document) return
  const { extra } = await files.compare(document, lang)
  const slugs = [...created].map((folder) => `${chapterNames}${folder.slice(3)}/`)
  if (!extra.every(({ id }) => slugs.some((slug) => id.startsWith(slug)))) return
  for (const chapter of files.documents.filter(({ name }) => created.has(name))) {
    const named = extra.find(({ id }) => id === `${chapterNames}${chapter.name.slice(3)}/title`)
    const { blocks } = await files.compare(chapter, lang)
    const title = blocks.find(({ id, state }) => id === 'title' && state === 'missing')
    if (!named || !title) continue
    const change = { text: named.text, source: title.source }
    await updateDocument(files, chapter, lang, new Map([['title', change]]))
  }
  await updateDocument(files, document, lang, new Map())
}

/**
 * Takes the texts of a file that came back. Each text that cannot be taken is a conflict, with its
 * reason; work that is newer than the file stays.
 */
export async function importUnits(
  files: TranslationFiles,
  { lang, units }: Exchange,
): Promise<ImportReport> {
  const report: ImportReport = { taken: 0, older: 0, unsure: 0, conflicts: [] }
  const conflict = (unit: ExchangeUnit, reason: string) =>
    report.conflicts.push({ name: unitName(unit), reason, target: unit.target })
  const names = new Set(units.map(({ document }) => document))
  const created = new Set<string>()
  for (const name of names) {
    const own = units.filter(({ document }) => document === name)
    const document = files.documents.find((one) => one.name === name)
    if (!document) {
      for (const unit of own) conflict(unit, 'there is no such document')
      continue
    }
    const isNew = (await files.text(document.file(lang))) === null
    const { blocks } = await files.compare(document, lang)
    const statuses = new Map(blocks.map((status) => [status.id, status]))
    const taken = new Map<string, { unit: ExchangeUnit; change: BlockChange; isOlder: boolean }>()
    for (const unit of own) {
      const decision = decide(unit, statuses.get(unit.id))
      if (decision.kind === 'take') taken.set(unit.id, { unit, ...decision })
      else if (decision.kind === 'unsure') report.unsure++
      else if (decision.kind === 'conflict') conflict(unit, decision.reason)
    }
    // A text that would read otherwise once it stands in the file is put aside, and the rest written.
    while (taken.size > 0) {
      const changes = new Map([...taken].map(([id, { change }]) => [id, change]))
      const result = await updateDocument(files, document, lang, changes)
      const bad =
        result.kind === 'refused' ? (taken.get(result.id) ?? [...taken.values()][0]) : null
      if (!bad) break
      conflict(bad.unit, 'in the file it would be read as something else')
      taken.delete(bad.unit.id)
    }
    if (isNew && taken.size > 0) created.add(name)
    report.taken += taken.size
    report.older += [...taken.values()].filter(({ isOlder }) => isOlder).length
  }
  await takeOutNames(files, lang, created)
  return report
}

/** The report as the person at the terminal reads it. */
export function describeImport({ taken, older, unsure, conflicts }: ImportReport): string {
  return [
    `${taken === 1 ? '1 text is' : `${taken} texts are`} written.`,
    ...(older > 0
      ? [`${older} of them were translated from an older source, and are listed as stale.`]
      : []),
    ...(unsure > 0 ? [`${unsure} texts are marked as not finished, and were left out.`] : []),
    ...(conflicts.length > 0
      ? [`${conflicts.length} texts need a person. Nothing of them is written:`]
      : []),
    ...conflicts.flatMap(({ name, reason, target }) => [
      `  ${name}: ${reason}.`,
      `    file: ${target}`,
    ]),
  ].join('\n')
}
