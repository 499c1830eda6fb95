import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountProblems } from '../accounts/account-fields.tsx'
import { problemTexts } from '../accounts/problem-texts.ts'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { CommentForm, type TypedComment } from '../comments/comment-form.tsx'
import { commentsOf } from '../comments/comment-store.server.ts'
import { sendComment } from '../comments/send-comment.server.ts'
import { isWritingLanguage, writingLanguages } from '../comments/writing-languages.ts'
import { maxWaiting, normalizeCommentText, problemOfText } from '../comments/written-comment.ts'
import { chapterAddress } from '../courses/model/chapter.ts'
import { nameOf } from '../courses/model/chapter-name.ts'
import { countriesByName, isCountry } from '../courses/model/countries.ts'
import { translate } from '../i18n/i18n.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, orNotFound, seeOther } from '../platform/http-errors.ts'
import { sectionsOf } from '../reading/reading.ts'
import { requireChapter } from '../reading/require-chapter.server.ts'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({
  country: z.string('comments:chooseCountry').refine(isCountry, 'comments:chooseCountry'),
  section: z.string().optional(),
  text: z.string().optional(),
  language: z
    .string('comments:chooseLanguage')
    .refine(isWritingLanguage, 'comments:chooseLanguage'),
  signed: z.enum(['none', 'pseudonym'], 'comments:chooseSigned'),
})

/**
 * An empty form; or, with `again`, one that holds the learner's own comment of that number, to be
 * changed and sent again.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { learnerId, pseudonym } = await requireLearner({ request, context })
  const reading = await requireChapter(params, context)
  const { language } = reading
  const again = new URL(request.url).searchParams.get('again')
  const own =
    again === null
      ? null
      : orNotFound((await commentsOf(learnerId)).find(({ id }) => String(id) === again))
  const typed: TypedComment = own
    ? { ...own, section: own.section ?? '', signed: own.isSigned ? 'pseudonym' : 'none' }
    : { language: isWritingLanguage(language.tag) ? language.tag : 'en' }
  return {
    title: translate(language)('comments:send'),
    address: chapterAddress(reading.chapter, language),
    chapterTitle: nameOf(reading.course, reading.chapter, language.tag).title,
    pseudonym,
    sections: sectionsOf(reading),
    countries: countriesByName(language.tag),
    languages: writingLanguages(language.tag),
    typed,
  }
}

/** Sends the comment to the moderators, and goes to the learner's own comments, where it waits. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { learnerId } = await requireLearner({ request, context })
  const reading = await requireChapter(params, context)
  const { language, course, chapter } = reading
  const t = translate(language)
  const fields = await readForm(request)
  const form = checkForm(fields, schema)
  const typed: TypedComment = Object.fromEntries(fields)
  const writtenIn = isWritingLanguage(typed.language ?? '') ? (typed.language as string) : 'und'
  const text = normalizeCommentText(typed.text ?? '', writtenIn)
  const wrong = problemOfText(text, writtenIn)
  if (form.kind === 'bad' || wrong) {
    const problems = form.kind === 'bad' ? problemTexts(form.problems, t) : {}
    return data(
      { problems: wrong ? { ...problems, text: t(wrong.key, { ...wrong }) } : problems, typed },
      { status: 400 },
    )
  }
  const { country, section, signed } = form.value
  if (section && !sectionsOf(reading).some(({ id }) => id === section)) throw httpError(400)
  const outcome = await sendComment({
    learnerId,
    course: course.id,
    chapter: chapter.slug,
    section: section || null,
    country,
    language: writtenIn,
    text,
    isSigned: signed === 'pseudonym',
    sentOn: dayOf(context.clock.now()),
  })
  if (outcome.kind === 'too-many-waiting')
    return data(
      {
        problems: { text: t('comments:tooManyWaiting', { count: maxWaiting }) } as Record<
          string,
          string
        >,
        typed,
      },
      { status: 400 },
    )
  throw seeOther(`/${language.tag}/account/comments?done=${outcome.kind}`)
}

export const headers = privateHeaders

export default function SendComment() {
  const { t } = useTexts()
  const { title, address, chapterTitle, typed, ...form } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <AccountProblems problems={sent?.problems ?? {}} />
      <p>{t('comments:sendIntro', { chapter: chapterTitle })}</p>
      <h2>{t('comments:before')}</h2>
      <ul>
        <li>{t('comments:beforeModerator')}</li>
        <li>{t('comments:beforeNames')}</li>
        <li>{t('comments:beforeShown')}</li>
        <li>{t('comments:beforeCopied')}</li>
        <li>{t('comments:beforeErased')}</li>
      </ul>
      <CommentForm
        action={`${address}/comment`}
        typed={sent?.typed ?? typed}
        problems={sent?.problems ?? {}}
        {...form}
      />
      <p>
        <a href={address}>{t('comments:backToChapter')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
