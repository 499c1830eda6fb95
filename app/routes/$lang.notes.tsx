import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { listNotes } from '../notes/note-places.ts'
import { notesOf } from '../notes/note-store.server.ts'
import { NoteList } from '../notes/note-views.tsx'
import { pageTitle } from '../ui/page-title.ts'

/** A learner's own notes: for them alone, to read, change, delete and print. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  return {
    title: translate(language)('notes:title'),
    home: `/${language.tag}`,
    isDeleted: new URL(request.url).searchParams.get('done') === 'deleted',
    chapters: listNotes(context.catalogue, await notesOf(learnerId), language.tag),
  }
}

export const headers = privateHeaders

export default function Notes() {
  const { t } = useTexts()
  const { title, home, isDeleted, chapters } = useLoaderData<typeof loader>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      {isDeleted && (
        <p>
          <output>{t('notes:deleted')}</output>
        </p>
      )}
      <p className="quiet">{t('notes:seenBy')}</p>
      {chapters.length === 0 ? (
        <p>{t('notes:none')}</p>
      ) : (
        <p className="no-print">{t('notes:print')}</p>
      )}
      <NoteList chapters={chapters} />
      <p className="no-print">
        <a href={`${home}/progress`}>{t('progress:title')}</a>
      </p>
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
