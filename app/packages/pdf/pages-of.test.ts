import { expect, test } from 'vitest'
import { datedBy, pagesOf } from './pages-of.ts'

/** A file as Chromium prints it, with its pages in two branches of the tree. */
const printed = `%PDF-1.4
1 0 obj
<</Title (Notes)
/CreationDate (D:20261130121314+00'00')
/ModDate (D:20261130121314+00'00')>>
endobj
2 0 obj
<</Type /Page
/Parent 9 0 R>>
endobj
3 0 obj
<</Length 30>> stream
1 0 obj /Dests 99 0 R endobj
endstream
endobj
4 0 obj
<</Type /Page
/Parent 10 0 R>>
endobj
5 0 obj
<</Type /Page
/Parent 10 0 R>>
endobj
9 0 obj
<</Type /Pages
/Count 1
/Kids [2 0 R]>>
endobj
10 0 obj
<</Type /Pages
/Count 2
/Kids [5 0 R 4 0 R]>>
endobj
11 0 obj
<</Type /Pages
/Count 3
/Kids [9 0 R 10 0 R]>>
endobj
12 0 obj
<</the-branch [2 0 R /XYZ 6 826 0]
/money.caf#C3#A9 [4 0 R /XYZ 6 826 0]
/glossary [5 0 R /XYZ 6 826 0]>>
endobj
13 0 obj
<</Type /Catalog
/Pages 11 0 R
/Dests 12 0 R>>
endobj
`
const bytes = (text: string) => Buffer.from(text, 'latin1')

test('a place is on the page that the tree of pages says, also in its branches', () => {
  expect([...pagesOf(bytes(printed))]).toEqual([
    ['the-branch', 1],
    ['money.café', 3],
    ['glossary', 2],
  ])
})

test('of a file that is made otherwise nothing is claimed', () => {
  expect(pagesOf(bytes('%PDF-1.7\n1 0 obj\n<</Type /ObjStm>>\nendobj\n')).size).toBe(0)
})

test('a file does not say when it was printed, and is as long as before', () => {
  const dated = Buffer.from(datedBy(bytes(printed), '2026-11')).toString('latin1')
  expect(dated).not.toContain('20261130')
  expect(dated.match(/\(D:20261101000000\+00'00'\)/g)).toHaveLength(2)
  expect(dated).toHaveLength(printed.length)
})
