import { type Book, chapterTextOf } from '../book.ts'
import { compileScript, compileStyle } from '../compile-assets.server.ts'
import { chapterBody } from '../html/chapter-body.server.tsx'
import { htmlPage } from '../html/html-page.ts'
import { LmsBox } from '../lms/lms-box.tsx'
import { type LinkTarget, placedId } from '../place-links.ts'
import { zipFiles } from '../zip-files.ts'
import { type ScormEdition, scormFiles, scormManifest } from './manifest.ts'

/**
 * A chapter is shown alone in a platform: a link within it leads to its place, one to another
 * chapter is its words.
 */
const ownTarget =
  (slug: string): LinkTarget =>
  (path, id) =>
    path === slug ? `#${id === null ? slug : placedId(slug, id)}` : null

/**
 * The book for a learning platform that speaks SCORM: an activity for each chapter, which tells the
 * platform score, completion and answers once its learner has agreed.
 */
export async function makeScorm(book: Book, edition: ScormEdition): Promise<Uint8Array> {
  const [script, style] = await Promise.all([
    compileScript('scorm/scorm-script.ts'),
    compileStyle('html/book.css'),
  ])
  const pages = book.chapters.map((chapter) => ({
    name: scormFiles.page(chapter.slug),
    content: htmlPage({
      title: chapterTextOf(book, chapter).text.title,
      language: book.language,
      style: scormFiles.style,
      script: scormFiles.script,
      body: chapterBody(book, chapter, { target: ownTarget(chapter.slug), before: <LmsBox /> }),
    }),
  }))
  return zipFiles([
    { name: 'imsmanifest.xml', content: scormManifest(book, edition) },
    ...pages,
    { name: scormFiles.style, content: style },
    { name: scormFiles.script, content: script },
  ])
}
