import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { contentHash } from '../../courses/model/question-hash.ts'
import { readMarkup } from '../../courses/parse/parse-chapter.ts'
import { carryQuestion } from '../exchange/carry-question.ts'
import { DocumentView } from './document-view.tsx'
import { questionTypes } from './question-types.ts'

const question = (document: string) => `<Quiz>
<Question id="balance" type="single" see="money">
What should the last line say?
${document}
<Option id="a" reason="No.">10</Option>
<Option id="b" correct reason="Yes.">12</Option>
</Question>
</Quiz>
`
const cashBook = `<Document title="Cash book, March">

Page 7

| What | In | Out |
|---|---:|---:|
| Dues | 20.00 | |
| Hall | | 8.00 |

</Document>`

function parse(document: string) {
  const [one] = readMarkup(question(document), 'en.mdx').markup?.questions ?? []
  if (!one) throw new Error('The question cannot be read')
  return one
}

describe('a document that a question works on', () => {
  test('is read as lines and as rows of cells, apart from what is asked', () => {
    expect(parse(cashBook)).toMatchObject({
      prompt: 'What should the last line say?',
      document: {
        title: 'Cash book, March',
        rows: [['Page 7'], ['What', 'In', 'Out'], ['Dues', '20.00', ''], ['Hall', '', '8.00']],
      },
    })
  })

  test('is shown as a table with a head, under its title', () => {
    const parsed = questionTypes.get('single')?.parse(parse(cashBook))
    const html = renderToStaticMarkup(<DocumentView document={parsed!.document!} />)
    expect(html).toContain('<figcaption>Cash book, March</figcaption><p>Page 7</p>')
    expect(html).toContain('<th scope="col">In</th>')
    expect(html).toContain('<td>8.00</td>')
  })

  test('goes along to other platforms, a line each', () => {
    expect(carryQuestion(parse(cashBook))).toMatchObject({
      prompt:
        'What should the last line say?\nCash book, March\nPage 7\nWhat | In | Out\nDues | 20.00 |\nHall | | 8.00',
    })
  })

  test('makes another question when a figure in it changes, and none of one without a document', () => {
    expect(contentHash(parse(cashBook))).not.toBe(
      contentHash(parse(cashBook.replace('8.00', '9.00'))),
    )
    expect(contentHash(parse(''))).toBe('9f50a467bc05ab0e')
  })

  test('that is empty is told', () => {
    const empty = parse('<Document title="Notice">\n</Document>')
    expect(questionTypes.get('single')?.check(empty)).toEqual([
      { line: 2, message: 'its <Document> is empty.' },
    ])
  })
})
