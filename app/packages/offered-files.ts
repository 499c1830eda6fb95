import type { FormName } from './package-forms.server.ts'

/** A file of a course: a form, and what it is made with. */
export interface PackageFile {
  /** Its name in an address, and on the device: it says nothing of what is in it. */
  name: string
  form: FormName
  withPictures: boolean
  /** What it is when it is sent. */
  type: string
}

/** A file that the page "Download the course" offers. */
export interface OfferedFile extends PackageFile {
  title: `packages:${'html' | 'epub' | 'epubBare' | 'anki' | 'folder' | 'scorm12' | 'scorm2004' | 'pdf'}`
  use: `packages:${'html' | 'epub' | 'epubBare' | 'anki' | 'folder' | 'scorm' | 'pdf'}Use`
  leaves: `packages:${'html' | 'epub' | 'anki' | 'folder' | 'scorm' | 'pdf'}Leaves`
  /** It is made only for who asks for it by name: few do, and making it takes a minute. */
  isMadeOnRequest?: true
  /** The host makes it with a command, since it needs a browser; it is offered once it is there. */
  isMadeByHost?: true
}

/** The course's pages in one language, for a browser to keep (docs/decisions/086). */
export const devicePages: PackageFile = {
  name: 'notes-pages.json',
  form: 'device',
  type: 'application/json; charset=utf-8',
  withPictures: true,
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
  {
    name: 'notes.pdf',
    form: 'pdf',
    type: 'application/pdf',
    withPictures: true,
    title: 'packages:pdf',
    use: 'packages:pdfUse',
    leaves: 'packages:pdfLeaves',
    isMadeByHost: true,
  },
  {
    name: 'notes-folder.zip',
    form: 'folder',
    type: 'application/zip',
    withPictures: true,
    title: 'packages:folder',
    use: 'packages:folderUse',
    leaves: 'packages:folderLeaves',
    isMadeOnRequest: true,
  },
  {
    name: 'notes-scorm12.zip',
    form: 'scorm12',
    type: 'application/zip',
    withPictures: true,
    title: 'packages:scorm12',
    use: 'packages:scormUse',
    leaves: 'packages:scormLeaves',
    isMadeOnRequest: true,
  },
  {
    name: 'notes-scorm2004.zip',
    form: 'scorm2004',
    type: 'application/zip',
    withPictures: true,
    title: 'packages:scorm2004',
    use: 'packages:scormUse',
    leaves: 'packages:scormLeaves',
    isMadeOnRequest: true,
  },
]
