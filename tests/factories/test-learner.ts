import { database } from '../../app/platform/database.server.ts'
import { newId } from '../../app/platform/random.server.ts'

/**
 * Stores a learner for a test, whose account is nothing but its id, and returns that. `isCounted`:
 * they let their answers be counted.
 */
export async function storeLearner({
  day = '2026-03-14',
  name = '',
  isCounted = false,
} = {}): Promise<string> {
  const id = newId()
  await (await database()).learner.create({
    data: {
      id,
      pseudonym: name + id,
      pseudonymKey: id,
      passphraseHash: 'x',
      createdOn: day,
      lastSeenOn: day,
      answersCountedFrom: isCounted ? 0 : null,
    },
  })
  return id
}

const chapter = { course: 'run-a-party', chapter: 'the-branch' }

/**
 * Stores for a test what somebody who studies leaves in each table of their own: a visit, a card to
 * review, a check, and a comment with these words, and a note with them too.
 */
export async function storeStudies(learnerId: string, words: string): Promise<void> {
  const db = await database()
  const place = { learnerId, ...chapter }
  await db.visit.create({ data: { ...place, openedOn: '2026-03-14', turn: 1 } })
  const card = {
    question: 'receipts',
    questionHash: 'h',
    stability: 2.5,
    difficulty: 3,
    reviewedOn: '2026-03-14',
    dueOn: '2026-03-17',
  }
  await db.reviewCard.create({ data: { ...place, ...card } })
  await db.courseCheck.create({
    data: { learnerId, course: chapter.course, seed: 's', drawnOn: '2026-03-14', lastAttempt: 1 },
  })
  const titles = { chapterTitle: 'The branch', sectionTitle: 'The committee' }
  const note = { section: 'committee', ...titles, text: `${words}, noted`, writtenOn: '2026-03-14' }
  await db.note.create({ data: { ...place, ...note } })
  const comment = {
    country: 'ZA',
    language: 'en',
    text: words,
    isSigned: true,
    state: 'waiting',
    sentOn: '2026-03-14',
  }
  await db.comment.create({ data: { ...place, ...comment } })
}
