import { setImmediate } from 'node:timers/promises'
import type { ReactNode } from 'react'
import type { Chapter, Course } from '../../courses/model/chapter.ts'
import { figuresFor } from '../../courses/parse/illustration.ts'
import { Figures } from '../../courses/view/picture.tsx'
import type { Language } from '../../i18n/languages.ts'
import { type Book, chapterTextOf } from '../../packages/book.ts'
import { onePageFile } from '../../packages/html/html-page.ts'
import { usedStyle } from '../../packages/html/used-style.ts'
import { placeIds, placeLinks } from '../../packages/place-links.ts'
import { renderKey, renderMarkup, renderQuiz } from '../../packages/render-chapter.server.tsx'
import { ToolInBook, toolsOfBook } from '../../packages/tool-in-book.server.tsx'
import { type Circle, inOrder, type Meeting, seated } from '../circle.ts'
import { runSheetView } from '../meetings/show-run-sheet.ts'
import { listMeetings } from '../show-circle.ts'
import style from './pack.css?inline'
import { DiscussionCards, PackFront, PackInvitation, PackPlan } from './pack-parts.server.tsx'
import { AttendanceList, ReportForm } from './paper-forms.tsx'
import { LeaderSheet, ParticipantSheet } from './sheets.tsx'

/** For whom a pack is made, and of what. */
export interface PackOptions {
  circle: Circle
  course: Course
  language: Language
  /** Trainers get all of it; others nothing that leads, answers or lets anybody in. */
  isTrainer: boolean
  withNames: boolean
  /** What the file calls itself: the neutral name that the host gave the site. */
  siteName: string
  /** The catalogue's version. */
  version: string
  now: Date
  /** The address that the circle's code leads to; null where nobody can join. */
  joinAddress: string | null
}

// A line to write on, in the place of a name.
const blank = '………………………'

/**
 * The circle without its people, its name and its own words: where somebody's name would stand is a
 * line to write on.
 */
export function withoutNames(circle: Circle): Circle {
  const seats = circle.seats.slice(0, 1).map((seat) => ({ ...seat, id: blank, name: blank }))
  const roles = { leads: blank, remembers: blank, notes: blank }
  const meetings = circle.meetings.map((meeting) => ({
    ...meeting,
    roles,
    present: [],
    decisions: [],
    tasks: [],
  }))
  return { ...circle, name: '', aim: '', seats, meetings, proposal: null }
}

/** What the people in the circle are called there, now. */
const namesOf = (circle: Circle) => seated(circle).map(({ name }) => name)

/** The meetings that there is something to print for: those to come; when all are over, all. */
function meetingsOf({ meetings }: Circle): Meeting[] {
  const all = inOrder(meetings).filter(({ state }) => state !== 'cancelled')
  const planned = all.filter(({ state }) => state === 'planned')
  return planned.length > 0 ? planned : all
}

// The file holds no page of the site that a link could lead to: links become their words.
const nowhere = () => null

/** Something of the site as a sheet: ids of its own, and links as words. */
function sheet(book: Book, id: string, content: ReactNode, more = ''): string {
  const courseAddress = `/${book.language.tag}/courses/${book.course.id}`
  const markup = placeIds(renderMarkup(book, content), id)
  const html = placeLinks(markup, { slug: '', courseAddress }, nowhere)
  return `<section class="pack-sheet ${more}">${html}</section>`
}

type Part = () => string

/** What stands in a pack, part by part, each to be written when its turn comes. */
function partsOf(options: PackOptions): Part[] {
  const { course, language, isTrainer, withNames, siteName, version, now, joinAddress } = options
  const circle = withNames ? options.circle : withoutNames(options.circle)
  const meetings = meetingsOf(circle)
  const slugs = new Set(meetings.flatMap(({ chapters }) => chapters))
  const chapters = course.chapters.filter(({ slug }) => slugs.has(slug))
  const book: Book = { course, language, chapters, title: siteName, version }
  const lang = language.tag
  const sheets = meetings.map((meeting) => ({
    ...runSheetView({ circle, course, meeting, lang }),
    // What is still to be done changes, and is nobody's business who finds the paper.
    openTasks: [],
    figures: '',
  }))
  const pictures = sheets.flatMap((one) => one.chapters.flatMap(({ pictures }) => pictures))
  const part = (id: string, content: ReactNode, more?: string): Part => {
    return () => sheet(book, id, content, more)
  }
  const ofChapter = (write: (chapter: Chapter) => string): Part[] =>
    chapters.map((chapter) => () => write(chapter))
  const own = listMeetings(circle, course, language, now).filter(({ id }) =>
    meetings.some((meeting) => meeting.id === id),
  )
  const forTrainers = (parts: Part[]) => (isTrainer ? parts : [])
  return [
    () => renderMarkup(book, <Figures symbols={figuresFor(pictures, course.figures)} />),
    part('front', <PackFront book={book} name={circle.name} isTrainer={isTrainer} />),
    part('plan', <PackPlan aim={circle.aim} meetings={own} />),
    ...forTrainers(sheets.map((one) => part(`lead-${one.number}`, <LeaderSheet sheet={one} />))),
    ...sheets.map((one) => part(`take-${one.number}`, <ParticipantSheet sheet={one} />)),
    ...ofChapter((chapter) =>
      sheet(book, `cards-${chapter.slug}`, <DiscussionCards book={book} chapter={chapter} />),
    ),
    ...ofChapter((chapter) => `<section class="pack-sheet">${renderQuiz(book, chapter)}</section>`),
    ...toolsOfBook(book).map((tool) =>
      part(`tool-${tool.slug}`, <ToolInBook book={book} tool={tool} isBlankOnly />),
    ),
    ...forTrainers([
      part('list', <AttendanceList names={withNames ? namesOf(circle) : []} meetings={own} />),
      part('report', <ReportForm book={book} meetings={own} />),
      ...(joinAddress === null
        ? []
        : [
            part(
              'invitation',
              <PackInvitation name={circle.name} code={circle.join.code} link={joinAddress} />,
            ),
          ]),
      ...ofChapter((chapter) => {
        const { title } = chapterTextOf(book, chapter).text
        return `<section class="pack-sheet key-part">${renderKey(book, chapter, { target: nowhere }, title)}</section>`
      }),
    ]),
  ]
}

/**
 * A circle's papers as one HTML file that loads nothing: what leads it through its meetings and what
 * each participant gets. It is written part by part, so that nobody else waits for it.
 */
export async function makePack(options: PackOptions): Promise<string> {
  const written: string[] = []
  for (const write of partsOf(options)) {
    written.push(write())
    await setImmediate()
  }
  const body = `<div class="book pack">${written.join('\n')}</div>`
  const { siteName: title, language } = options
  return onePageFile({ title, language, style: usedStyle(style, body, ''), body })
}
