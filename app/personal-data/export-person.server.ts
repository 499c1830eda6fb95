import { exportSeats, seatColumns } from '../circles/export-seats.server.ts'
import { type ExportedTable, exportLearner } from './export-learner.server.ts'

/** What the documents of circles hold of someone, in the form of a table. */
type ExportedSeats = Omit<ExportedTable, 'title'> & { title: 'circles:export.title' }

/**
 * Everything that is stored of someone: the rows that are theirs, and what stands about them in
 * their circles' documents (SAFETY P9).
 */
export async function exportPerson(learnerId: string): Promise<(ExportedTable | ExportedSeats)[]> {
  const [tables, rows] = await Promise.all([exportLearner(learnerId), exportSeats(learnerId)])
  return [...tables, { table: 'Circle', title: 'circles:export.title', columns: seatColumns, rows }]
}
