import type { FormName } from './package-forms.server.ts'

/** A file that the page "Download the course" offers: a form, and what it is made with. */
export interface OfferedFile {
  /** Its name in an address, and on the device: it says nothing of what is in it. */
  name: string
  form: FormName
  withPictures: boolean
  /** What it is when it is sent. */
  type: string
  title: 'packages:html' | 'packages:epub' | 'packages:epubBare' | 'packages:anki'
  use: 'packages:htmlUse' | 'packages:epubUse' | 'packages:epubBareUse' | 'packages:ankiUse'
  leaves: 'packages:htmlLeaves' | 'packages:epubLeaves' | 'packages:ankiLeaves'
}

/** The files that are offered of each course, in their order. */
export const offeredFiles: readonly OfferedFile[] = [
  {
    name: 'notes.html',
    form: 'html',
    type: 'text/html; charset=utf-8',
    withPictures: true,
    title: 'packages:html',
    use: 'packages:htmlUse',
    leaves: 'packages:htmlLeaves',
  },
  {
    name: 'notes.epub',
    form: 'epub',
    type: 'application/epub+zip',
    withPictures: true,
    title: 'packages:epub',
    use: 'packages:epubUse',
    leaves: 'packages:epubLeaves',
  },
  {
    name: 'notes-words.epub',
    form: 'epub',
    type: 'application/epub+zip',
    withPictures: false,
    title: 'packages:epubBare',
    use: 'packages:epubBareUse',
    leaves: 'packages:epubLeaves',
  },
  {
    name: 'notes.txt',
    form: 'anki',
    type: 'text/plain; charset=utf-8',
    withPictures: false,
    title: 'packages:anki',
    use: 'packages:ankiUse',
    leaves: 'packages:ankiLeaves',
  },
]
