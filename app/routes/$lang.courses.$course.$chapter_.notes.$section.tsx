import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { findSection, noteAddress } from '../notes/note-places.ts'
import { noteAt } from '../notes/note-store.server.ts'
import { DeleteNote, NoteForm, NoteText } from '../notes/note-views.tsx'
import { eraseNote, writeNote } from '../notes/write-note.server.ts'
import { normalizeNote, noteLimits } from '../notes/written-note.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, orNotFound, seeOther } from '../platform/http-errors.ts'
import { Problems } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({
  intent: z.enum(['keep-note', 'delete-note']),
  /** Which version of the note the form was opened with; 0 for none. */
  seen: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  text: z.string().optional(),
})

/** The place that an address names, as the course has it or as a note of the learner's own does. */
async function requestedNote({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const { course = '', chapter = '', section = '' } = params
  const place = { course, chapter, section }
  const note = await noteAt(learnerId, place)
  const now = findSection(context.catalogue, place, language.tag)
  const { chapterTitle, sectionTitle } = orNotFound(now ?? note)
  return { language, learnerId, place, note, now, titles: { chapterTitle, sectionTitle } }
}

export async function loader(args: LoaderFunctionArgs) {
  const { language, place, note, now, titles } = await requestedNote(args)
  return {
    title: translate(language)('notes:one'),
    ...titles,
    chapterLang: now?.chapterLang ?? null,
    lang: now?.lang ?? null,
    readAt: now?.address ?? null,
    writeAt: noteAddress(place, language.tag),
    listAt: `/${language.tag}/notes`,
    text: note?.text ?? '',
    seen: note?.version ?? 0,
    isKept: new URL(args.request.url).searchParams.has('done') && note !== null,
  }
}

/** Keeps the note, or deletes it, for the learner alone. */
export async function action(args: ActionFunctionArgs) {
  const { language, learnerId, place, titles } = await requestedNote(args)
  const t = translate(language)
  const form = checkForm(await readForm(args.request), schema)
  if (form.kind === 'bad') throw httpError(400)
  if (form.value.intent === 'delete-note') {
    const outcome = await eraseNote(learnerId, place, form.value.seen)
    if (outcome.kind === 'not-found') throw httpError(404)
    if (outcome.kind === 'deleted') throw seeOther(`/${language.tag}/notes?done=deleted`)
    const { text, version } = outcome.note
    return data(
      { problem: t('notes:changedSinceDelete'), text, seen: version, other: null },
      { status: 400 },
    )
  }
  const text = form.value.text ?? ''
  const today = dayOf(args.context.clock.now())
  const outcome = await writeNote({ learnerId, place, titles, text, seen: form.value.seen, today })
  switch (outcome.kind) {
    case 'kept':
      throw seeOther(`${noteAddress(place, language.tag)}?done`)
    case 'changed-since': {
      const { version, text: other } = outcome.note
      return data({ problem: t('notes:changedSince'), text, seen: version, other }, { status: 400 })
    }
    default: {
      const problem =
        outcome.kind === 'too-many'
          ? t('notes:tooMany', { count: noteLimits.notes })
          : t(outcome.problem, {
              count: [...normalizeNote(text)].length,
              max: noteLimits.characters,
            })
      return data({ problem, text, seen: form.value.seen, other: null }, { status: 400 })
    }
  }
}

export const headers = privateHeaders

export default function NotePage() {
  const { t } = useTexts()
  const page = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const { title, chapterTitle, sectionTitle, lang, readAt, writeAt, listAt } = page
  return (
    <article className="sheet-page">
      <p className="kicker" lang={page.chapterLang ?? undefined}>
        {chapterTitle}
      </p>
      <h1>{title}</h1>
      {page.isKept && !sent && (
        <p>
          <output>{t('notes:kept')}</output>
        </p>
      )}
      <Problems
        title={t('notes:notKept')}
        items={sent ? [{ name: 'text', text: sent.problem }] : []}
      />
      <p>
        {t('notes:at')}{' '}
        <span lang={lang ?? undefined}>
          {readAt ? <a href={readAt}>{sectionTitle}</a> : sectionTitle}
        </span>
        {!readAt && ` · ${t('notes:placeGone')}`}
      </p>
      {sent?.other && (
        <>
          <h2>{t('notes:otherText')}</h2>
          <NoteText text={sent.other} />
        </>
      )}
      <NoteForm
        action={writeAt}
        text={sent?.text ?? page.text}
        seen={sent?.seen ?? page.seen}
        problem={sent?.problem}
      />
      {page.seen > 0 && !sent && (
        <DeleteNote action={writeAt} seen={page.seen} title={sectionTitle} />
      )}
      <p>
        <a href={listAt}>{t('notes:title')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
