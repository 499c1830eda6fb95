import { type GetTextTranslation, po } from 'gettext-parser'
import { type Exchange, type ExchangeUnit, readUnitName, unitName } from './exchange.ts'
import { pluralForms, pluralKey } from './interface-blocks.ts'
import { pluralHeader } from './plural-forms.ts'

const mark = 'cirkel'

/** Texts that stand in one entry: one, or all the forms of one that counts. */
function entriesOf(units: readonly ExchangeUnit[]): ExchangeUnit[][] {
  const entries = new Map<string, ExchangeUnit[]>()
  for (const unit of units) {
    const key = unit.document.startsWith('interface/') ? pluralKey(unit.id) : null
    const name = unitName(key === null ? unit : { ...unit, id: `${key}_` })
    entries.set(name, [...(entries.get(name) ?? []), unit])
  }
  return [...entries.values()]
}

function entry(units: ExchangeUnit[]): GetTextTranslation {
  const [first] = units as [ExchangeUnit]
  const key = first.document.startsWith('interface/') ? pluralKey(first.id) : null
  const one = units.find(({ id }) => id.endsWith('_one')) ?? first
  const last = units.at(-1) as ExchangeUnit
  const previous = units.find((unit) => unit.previous !== undefined)?.previous
  return {
    msgctxt: unitName(key === null ? first : { ...first, id: `${key}_` }),
    msgid: one.source,
    ...(key === null ? {} : { msgid_plural: last.source }),
    msgstr: units.map(({ target }) => target),
    comments: {
      extracted: `${mark} ${units.map(({ base }) => base).join(' ')}`,
      ...(units.some(({ isUnsure }) => isUnsure) ? { flag: 'fuzzy' } : {}),
      ...(previous === undefined ? {} : { previous: `msgid ${JSON.stringify(previous)}` }),
    },
  }
}

/** A PO file, as Poedit, Weblate and OmegaT open it. Stale texts are "fuzzy", with what they were. */
export function writePo({ place, sourceLang, lang, units }: Exchange): string {
  const translations: Record<string, Record<string, GetTextTranslation>> = {}
  for (const group of entriesOf(units)) {
    const one = entry(group)
    translations[one.msgctxt as string] = { [one.msgid]: one }
  }
  const headers = {
    'Project-Id-Version': place,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    Language: lang.replaceAll('-', '_'),
    'Plural-Forms': pluralHeader(lang),
    'X-Source-Language': sourceLang,
    'X-Cirkel-Language': lang,
  }
  return po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 }).toString('utf8')
}

/** The texts of a PO file that came back. Throws where it is none, or none of ours. */
export function readPo(content: string): Exchange {
  const { headers, translations } = po.parse(content)
  const header = (name: string) =>
    Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
  const lang = header('X-Cirkel-Language') ?? header('Language')?.replaceAll('_', '-') ?? ''
  const units = Object.values(translations)
    .flatMap((context) => Object.values(context))
    .filter(({ msgctxt }) => msgctxt?.includes('#'))
    .flatMap(({ msgctxt, msgid, msgid_plural, msgstr, comments }): ExchangeUnit[] => {
      const { document, id } = readUnitName(msgctxt as string)
      const [, kept] = new RegExp(`^${mark} (.+)$`, 'm').exec(comments?.extracted ?? '') ?? []
      const bases = kept?.split(' ') ?? []
      const isUnsure = /\bfuzzy\b/.test(comments?.flag ?? '')
      const unit = { document, isUnsure }
      if (msgid_plural === undefined)
        return [{ ...unit, id, source: msgid, target: msgstr[0] ?? '', base: bases[0] ?? null }]
      return pluralForms(lang).map((form, i) => ({
        ...unit,
        id: `${id}${form}`,
        source: form === 'one' ? msgid : msgid_plural,
        target: msgstr[i] ?? '',
        base: bases[i] ?? null,
      }))
    })
  return {
    place: header('Project-Id-Version') ?? '',
    sourceLang: header('X-Source-Language') ?? '',
    lang,
    units,
  }
}
