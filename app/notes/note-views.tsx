import { useTexts } from '../i18n/use-texts.ts'
import { LongField, PostForm, SubmitButton } from '../ui/form.tsx'
import type { ListedNote, NotesOfChapter } from './note-places.ts'

/** The form in which a learner writes a note for themselves, or changes it. */
export function NoteForm({
  action,
  text,
  seen,
  problem,
}: {
  action: string
  text: string
  seen: number
  problem: string | undefined
}) {
  const { t } = useTexts()
  return (
    <PostForm action={action}>
      <input type="hidden" name="intent" value="keep-note" />
      <input type="hidden" name="seen" value={seen} />
      <LongField
        name="text"
        label={t('notes:text')}
        hint={t('notes:hint')}
        seenBy={t('notes:seenBy')}
        problem={problem}
        defaultValue={text}
        required
      />
      <SubmitButton>{t('notes:keep')}</SubmitButton>
    </PostForm>
  )
}

/** Deletes a note, after a second press: it cannot be brought back. */
export function DeleteNote({
  action,
  seen,
  title,
}: {
  action: string
  seen: number
  title: string
}) {
  const { t } = useTexts()
  return (
    <details className="no-print">
      <summary>
        {t('notes:delete')}
        <span className="unseen">: {title}</span>
      </summary>
      <p>{t('notes:deleteText')}</p>
      <PostForm action={action}>
        <input type="hidden" name="intent" value="delete-note" />
        <input type="hidden" name="seen" value={seen} />
        <SubmitButton plain>{t('notes:deleteNow')}</SubmitButton>
      </PostForm>
    </details>
  )
}

/** A note's own words, line by line, in whichever direction they are written. */
export function NoteText({ text }: { text: string }) {
  return (
    <blockquote className="own-words" dir="auto" translate="no">
      {text}
    </blockquote>
  )
}

/** A learner's notes, chapter by chapter. */
export function NoteList({ chapters }: { chapters: readonly NotesOfChapter[] }) {
  return chapters.map(({ id, title, notes }) => (
    <section key={`${id} ${title}`} id={id || undefined}>
      <h2 lang={notes[0]?.chapterLang ?? undefined}>{title}</h2>
      <ul className="found">
        {notes.map((note) => (
          <li key={note.section}>
            <NoteItem note={note} />
          </li>
        ))}
      </ul>
    </section>
  ))
}

function NoteItem({ note }: { note: ListedNote }) {
  const { t } = useTexts()
  const { sectionTitle, lang, readAt, writeAt, text, version } = note
  return (
    <>
      <h3 lang={lang ?? undefined}>
        {readAt ? <a href={readAt}>{sectionTitle}</a> : sectionTitle}
      </h3>
      {!readAt && <p className="quiet">{t('notes:placeGone')}</p>}
      <NoteText text={text} />
      <p className="no-print">
        <a href={writeAt}>
          {t('notes:change')}
          <span className="unseen">: {sectionTitle}</span>
        </a>
      </p>
      <DeleteNote action={writeAt} seen={version} title={sectionTitle} />
    </>
  )
}
