import { translate } from '../../i18n/i18n.ts'
import type { Language } from '../../i18n/languages.ts'
import { orNotFound } from '../../platform/http-errors.ts'
import { type Catalogue, inLanguage } from '../model/chapter.ts'
import { isCalculated } from './tool.ts'
import type { toolDocument } from './tool-document.server.ts'
import type { toolSpreadsheet } from './tool-spreadsheet.server.ts'

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

// The libraries that write these files take some megabytes: they are loaded when the first is asked
// for.
const writeDocument: typeof toolDocument = async (...asked) =>
  (await import('./tool-document.server.ts')).toolDocument(...asked)
const writeSpreadsheet: typeof toolSpreadsheet = async (...asked) =>
  (await import('./tool-spreadsheet.server.ts')).toolSpreadsheet(...asked)

/**
 * A tool as a file to be kept: a document, blank or as the invented branch filled it in, or a
 * spreadsheet where there is something to calculate. Its name is the tool’s, in English.
 */
export async function toolFile(
  { courses }: Catalogue,
  where: { course: string | undefined; tool: string | undefined; language: Language },
  form: { ending: keyof typeof types; isFilled: boolean },
): Promise<Response> {
  const { language } = where
  const t = translate(language)
  const course = orNotFound(courses.get(where.course ?? ''))
  const tool = orNotFound(course.tools.get(where.tool ?? ''))
  const { text, lang } = inLanguage(tool.texts, language.tag, course.source)
  const { ending, isFilled } = form
  if (ending === 'xlsx') orNotFound(isCalculated(text) ? text : undefined)
  const total = t('tools:total')
  const madeUp = t('tools:filledNote')
  const isRightToLeft = lang === language.tag && language.dir === 'rtl'
  const bytes =
    ending === 'docx'
      ? await writeDocument(text, {
          isFilled,
          lang,
          isRightToLeft,
          words: { seenBy: t('tools:seenBy'), destroy: t('tools:destroy'), total, madeUp },
        })
      : await writeSpreadsheet(text, {
          total,
          madeUp,
          blank: t('tools:viewBlank'),
          example: t('tools:exampleSheet'),
        })
  const name = `${tool.slug}${isFilled ? '-example' : ''}.${ending}`
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': types[ending],
      'Content-Disposition': `attachment; filename="${name}"`,
    },
  })
}
