import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { CirclePage } from '../circles/circle-frame.tsx'
import { changeMark, ownMarks } from '../circles/people/mark-store.server.ts'
import { type ShownSection, showHard } from '../circles/people/show-hard.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { PostForm } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({
  intent: z.enum(['mark', 'unmark']),
  chapter: z.string().max(100),
  section: z.string().max(100),
})

/** What was hard: one's own marks, which nobody else sees. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { id, circle, learnerId, language, t, course, frame } = await requireCircle({
    request,
    params,
    context,
  })
  const planned = circle.meetings.flatMap(({ chapters }) => chapters)
  const chapters = (course?.chapters ?? [])
    .map(({ slug }) => slug)
    .filter((slug) => planned.includes(slug))
  return {
    title: t('circles:hardTitle'),
    frame,
    isCourseGone: !course,
    chapters: !course
      ? []
      : showHard({ course, chapters, lang: language.tag, own: await ownMarks(id, learnerId) }),
  }
}

/** Marks a section as hard, or takes it back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { id, learnerId, course, frame } = await requireCircle({ request, params, context })
  const form = checkForm(await readForm(request), schema)
  if (form.kind === 'bad') throw httpError(400)
  const { intent, chapter, section } = form.value
  const text = course?.chapters.find(({ slug }) => slug === chapter)
  const isThere = [...(text?.texts.values() ?? [])].some(({ sections }) =>
    sections.some((one) => one.id === section),
  )
  if (!isThere) throw httpError(400)
  await changeMark({ circleId: id, learnerId, chapter, section, isHard: intent === 'mark' })
  throw seeOther(`${frame.address}/hard#${chapter}`)
}

export const headers = privateHeaders

function Section({
  section,
  chapter,
  page,
}: {
  section: ShownSection
  chapter: string
  page: string
}) {
  const { t } = useTexts()
  const { id, title, address, isOwn } = section
  return (
    <li className="act-row">
      <div>
        <a href={address}>{title}</a>
      </div>
      <PostForm action={page}>
        <input type="hidden" name="chapter" value={chapter} />
        <input type="hidden" name="section" value={id} />
        <button type="submit" name="intent" value={isOwn ? 'unmark' : 'mark'} className="plain">
          {t(isOwn ? 'circles:unmarkHard' : 'circles:markHard')}{' '}
          <span className="unseen">{title}</span>
        </button>
      </PostForm>
    </li>
  )
}

export default function Hard() {
  const { t } = useTexts()
  const { title, frame, chapters, isCourseGone } = useLoaderData<typeof loader>()
  return (
    <CirclePage frame={frame} title={title}>
      <p>{t('circles:hardIntro')}</p>
      {isCourseGone && <p className="notice">{t('circles:courseGone')}</p>}
      {chapters.map(({ chapter, sections }) => (
        <details key={chapter.slug} id={chapter.slug} open={sections.some(({ isOwn }) => isOwn)}>
          <summary lang={chapter.lang ?? undefined}>
            {chapter.number}. {chapter.title}
          </summary>
          <ul className="found">
            {sections.map((section) => (
              <Section
                key={section.id}
                section={section}
                chapter={chapter.slug}
                page={`${frame.address}/hard`}
              />
            ))}
          </ul>
        </details>
      ))}
    </CirclePage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
