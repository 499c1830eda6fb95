import { VitestTestRunner } from 'vitest/runners'
import { findPostgres } from '../../scripts/postgres.mjs'

/** A file, a group in it or a test. */
interface Task {
  mode: string
  tasks?: Task[]
}

function skip(task: Task): void {
  task.mode = 'skip'
  task.tasks?.forEach(skip)
}

/** Runs the tests on PostgreSQL; where there is none, each of them counts as skipped. */
export default class PostgresRunner extends VitestTestRunner {
  onCollected(files: Task[]) {
    if (!findPostgres()) files.forEach(skip)
  }
}
