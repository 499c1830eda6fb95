import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CourseFiles } from '../app/courses/load/course-files.server.ts'
import { exampleCalculation } from '../app/courses/tools/calculate.ts'
import { loadTools } from '../app/courses/tools/load-tools.server.ts'
import { tableTotals } from '../app/courses/tools/table-totals.ts'
import { allBlocks, isCalculated, type ToolText } from '../app/courses/tools/tool.ts'
import { toolDocument } from '../app/courses/tools/tool-document.server.ts'
import { toolSpreadsheet } from '../app/courses/tools/tool-spreadsheet.server.ts'
import { readNumber } from '../app/i18n/read-number.ts'
import { findOffice } from '../scripts/office.mjs'

const office = findOffice()
const course = 'courses/run-a-party'
const chapters = readdirSync(course).filter((name) => /^\d\d-/.test(name))
const words = {
  seenBy: 'Seen by',
  destroy: 'Destroy',
  total: 'Total',
  madeUp: 'Made up',
  blank: 'Blank',
  example: 'Example',
}

async function texts(): Promise<{ name: string; text: ToolText; sheets: number }[]> {
  const files = new CourseFiles(course)
  const book = { source: 'en', chapters: [], glossaries: [], others: [] }
  const tools = await loadTools(files, 'en', chapters, book)
  expect(files.problems).toEqual([])
  return [...tools.values()].flatMap(({ slug, sheets, texts }) =>
    [...texts].map(([lang, text]) => ({ name: `${slug}-${lang}`, text, sheets })),
  )
}

/** The numbers that a tool's example comes to by our own arithmetic. */
function ownResults({ blocks, lang }: ToolText): number[] {
  return allBlocks(blocks).flatMap((block) => {
    if (block.kind === 'table')
      return (tableTotals(block, lang) ?? []).flatMap((total) => (total ? [total.value] : []))
    if (block.kind !== 'calculator') return []
    return Object.values(exampleCalculation(block, lang).results).map(
      (result) => readNumber(result ?? '', lang) ?? Number.NaN,
    )
  })
}

describe.runIf(office)('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tools-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  // LibreOffice leaves some out without a word where it is given several hundred files at once.
  const batch = 60
  const convert = async (to: string, names: string[]) => {
    for (let first = 0; first < names.length; first += batch)
      await promisify(execFile)(
        office as string,
        [
          '--headless',
          `-env:UserInstallation=file://${folder}/profile`,
          '--convert-to',
          to,
          '--outdir',
          folder,
          ...names.slice(first, first + batch).map((name) => join(folder, name)),
        ],
        { timeout: 240_000 },
      )
  }

  let tools: Awaited<ReturnType<typeof texts>> = []
  beforeAll(async () => {
    tools = await texts()
    for (const { name, text } of tools) {
      for (const isFilled of [false, true])
        writeFileSync(
          join(folder, `${name}${isFilled ? '-example' : ''}.docx`),
          await toolDocument(text, { isFilled, lang: text.lang, isRightToLeft: false, words }),
        )
      if (isCalculated(text))
        writeFileSync(join(folder, `${name}.xlsx`), await toolSpreadsheet(text, words))
    }
  })

  test('opens every document of the toolbox, which fills a sheet more than the page at the most', async () => {
    const documents = readdirSync(folder).filter((name) => name.endsWith('.docx'))
    await convert('pdf', documents)
    for (const { name, sheets } of tools)
      for (const form of ['', '-example']) {
        const pdf = readFileSync(join(folder, `${name}${form}.pdf`), 'latin1')
        expect
          .soft(pdf.match(/\/Type\s*\/Page\b/g)?.length, name + form)
          .toBeLessThanOrEqual(sheets + 1)
      }
  })

  test('comes to the same sums and results in every spreadsheet', async () => {
    const sheets = readdirSync(folder).filter((name) => name.endsWith('.xlsx'))
    await convert(
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
      sheets,
    )
    for (const { name, text } of tools.filter((one) => isCalculated(one.text))) {
      const csv = readFileSync(join(folder, `${name}-Example.csv`), 'utf8')
      expect.soft(csv, name).not.toMatch(/#(REF|NAME|VALUE|DIV)|Err:/)
      const numbers = csv.split(/[,\n"]/).map(Number)
      for (const result of ownResults(text))
        expect
          .soft(
            numbers.some((one) => Math.abs(one - result) < 0.0051),
            `${name}: ${result}`,
          )
          .toBe(true)
      expect
        .soft(readFileSync(join(folder, `${name}-Blank.csv`), 'utf8'), name)
        .not.toMatch(/#(REF|NAME|VALUE|DIV)|Err:/)
    }
  })
})
