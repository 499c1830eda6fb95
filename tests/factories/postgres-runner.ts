import type { File, Task } from '@vitest/runner'
import { VitestTestRunner } from 'vitest/runners'
import { findPostgres } from '../../scripts/postgres.mjs'

function skip(task: Task): void {
  task.mode = 'skip'
  if ('tasks' in task) task.tasks.forEach(skip)
}

/** Runs the tests on PostgreSQL; where there is none, each of them counts as skipped. */
export default class PostgresRunner extends VitestTestRunner {
  onCollected(files: File[]) {
    if (!findPostgres()) files.forEach(skip)
  }
}
