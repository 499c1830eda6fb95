import { type Exchange, type ExchangeUnit, readUnitName, unitName } from './exchange.ts'
import { inlineCodes, type Piece } from './inline-codes.ts'
import { elementsNamed, readXml, textIn, type XmlElement, xmlText } from './xml-tree.ts'

/** Units by their documents, in the order in which they come. */
function byDocument(units: readonly ExchangeUnit[]): Map<string, ExchangeUnit[]> {
  const documents = new Map<string, ExchangeUnit[]>()
  for (const unit of units)
    documents.set(unit.document, [...(documents.get(unit.document) ?? []), unit])
  return documents
}

const was = ({ previous }: ExchangeUnit) =>
  previous === undefined ? '' : `<note>The source was: ${xmlText(previous)}</note>`

function unit12(unit: ExchangeUnit): string {
  const { source, target } = inlineCodes(unit.source, unit.target)
  const inside = (pieces: Piece[]) =>
    pieces
      .map((one) =>
        one.kind === 'text' ? xmlText(one.text) : `<ph id="${one.id}">${xmlText(one.text)}</ph>`,
      )
      .join('')
  const isNew = unit.target === ''
  const state = isNew
    ? 'needs-translation'
    : unit.isUnsure
      ? 'needs-review-translation'
      : 'translated'
  const approved = !isNew && !unit.isUnsure ? ' approved="yes"' : ''
  return `<trans-unit id="${xmlText(unitName(unit))}"${approved} xml:space="preserve">
<source>${inside(source)}</source>
<target state="${state}">${inside(target)}</target>
<note from="cirkel">${unit.base ?? ''}</note>${was(unit)}
</trans-unit>`
}

/** An XLIFF 1.2 file, which most programs for translators open. */
export function writeXliff12({ place, sourceLang, lang, units }: Exchange): string {
  const files = [...byDocument(units)].map(
    ([document, own]) =>
      `<file original="${xmlText(document)}" source-language="${sourceLang}"` +
      ` target-language="${lang}" datatype="plaintext" product-name="${xmlText(place)}">
<body>
${own.map(unit12).join('\n')}
</body>
</file>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
${files.join('\n')}
</xliff>
`
}

function unit20(unit: ExchangeUnit, id: string): string {
  const { source, target } = inlineCodes(unit.source, unit.target)
  const codes = new Map(
    [...source, ...target].flatMap((one) => (one.kind === 'code' ? [[one.id, one.text]] : [])),
  )
  const inside = (pieces: Piece[]) =>
    pieces
      .map((one) =>
        one.kind === 'text' ? xmlText(one.text) : `<ph id="${one.id}" dataRef="d${one.id}"/>`,
      )
      .join('')
  const data = [...codes].map(
    ([code, text]) => `<data id="d${code}" xml:space="preserve">${xmlText(String(text))}</data>`,
  )
  const isNew = unit.target === ''
  const state = isNew ? 'initial' : unit.isUnsure ? 'translated' : 'reviewed'
  const sub = unit.isUnsure && !isNew ? ' subState="cirkel:unsure"' : ''
  return `<unit id="${id}" name="${xmlText(unitName(unit))}" xml:space="preserve">
<notes><note category="cirkel">${unit.base ?? ''}</note>${was(unit)}</notes>
${data.length > 0 ? `<originalData>${data.join('')}</originalData>\n` : ''}<segment state="${state}"${sub}>
<source>${inside(source)}</source>
<target>${inside(target)}</target>
</segment>
</unit>`
}

/** An XLIFF 2.0 file. */
export function writeXliff20({ place, sourceLang, lang, units }: Exchange): string {
  let count = 0
  const files = [...byDocument(units)].map(
    ([document, own], i) =>
      `<file id="f${i + 1}" original="${xmlText(`${place}/${document}`)}">
${own.map((unit) => unit20(unit, `u${++count}`)).join('\n')}
</file>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="${sourceLang}" trgLang="${lang}">
${files.join('\n')}
</xliff>
`
}

const first = (element: XmlElement, name: string) => elementsNamed(element, name)[0]

/** The note in which a text remembers the translation that it began from. */
function baseOf(element: XmlElement, attribute: string): string | null {
  const notes = elementsNamed(element, 'note')
  const own = notes.find(({ attributes }) => attributes[attribute] === 'cirkel')
  return own ? textIn(own).trim() || null : null
}

function read12(root: XmlElement): Exchange {
  const files = elementsNamed(root, 'file')
  const units = files.flatMap((file) =>
    elementsNamed(file, 'trans-unit').map((element): ExchangeUnit => {
      const [source, target] = [first(element, 'source'), first(element, 'target')]
      const state = target?.attributes.state ?? ''
      return {
        ...readUnitName(element.attributes.id ?? ''),
        source: source ? textIn(source) : '',
        target: target ? textIn(target) : '',
        base: baseOf(element, 'from'),
        isUnsure: /^(needs|new)/.test(state) && (target ? textIn(target) !== '' : false),
      }
    }),
  )
  const { attributes } = files[0] ?? { attributes: {} as Record<string, string> }
  return {
    place: attributes['product-name'] ?? '',
    sourceLang: attributes['source-language'] ?? '',
    lang: attributes['target-language'] ?? '',
    units,
  }
}

function read20(root: XmlElement): Exchange {
  const files = elementsNamed(root, 'file')
  const units = files.flatMap((file) =>
    elementsNamed(file, 'unit').map((element): ExchangeUnit => {
      const data = new Map(
        elementsNamed(element, 'data').map((one) => [one.attributes.id, textIn(one)]),
      )
      const words = (node: XmlElement): string =>
        node.children
          .map((child) => {
            if (typeof child === 'string') return child
            if (child.name === 'ph') return data.get(child.attributes.dataRef) ?? ''
            if (child.name !== 'pc') return words(child)
            const { dataRefStart, dataRefEnd } = child.attributes
            return `${data.get(dataRefStart) ?? ''}${words(child)}${data.get(dataRefEnd) ?? ''}`
          })
          .join('')
      // A program may have parted a text into its sentences.
      const segments = elementsNamed(element, 'segment')
      const all = (name: string) => elementsNamed(element, name).map(words).join('')
      const isUnsure = segments.some(
        ({ attributes }) =>
          attributes.subState === 'cirkel:unsure' &&
          attributes.state !== 'reviewed' &&
          attributes.state !== 'final',
      )
      return {
        ...readUnitName(element.attributes.name ?? ''),
        source: all('source'),
        target: all('target'),
        base: baseOf(element, 'category'),
        isUnsure,
      }
    }),
  )
  return {
    place: files[0]?.attributes.original?.split('/')[0] ?? '',
    sourceLang: root.attributes.srcLang ?? '',
    lang: root.attributes.trgLang ?? '',
    units,
  }
}

/** The texts of an XLIFF file that came back, of version 1.2 or 2. Throws where it is none. */
export function readXliff(content: string): Exchange {
  const root = readXml(content)
  if (root.name !== 'xliff') throw new Error('This is no XLIFF.')
  return root.attributes.version?.startsWith('2') ? read20(root) : read12(root)
}
