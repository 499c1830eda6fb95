import { type ChildProcess, execFile } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Libsql from 'libsql'
import { ensureTemplate } from './template-database.ts'

/** How a command ended, and what it said. */
export interface Ended {
  code: number
  said: string
  complained: string
}

/**
 * Runs one of the commands for backups and moves in a process of its own, which `started` gets: to end it,
 * for one.
 */
export function runCommand(
  name: 'backup' | 'backup-verify' | 'restore' | 'database-move',
  words: string[],
  settings: Record<string, string>,
  started: (child: ChildProcess) => void = () => {},
): Promise<Ended> {
  const env = { ...process.env, LOG_LEVEL: 'error', ...settings }
  // Not through tsx's own command, which would stand between a signal and the process.
  const program = ['--import', 'tsx', `scripts/${name}.ts`, ...words]
  return new Promise((resolve) => {
    const child = execFile(process.execPath, program, { env }, (error, said, complained) =>
      resolve({
        code: error ? Number(error.code ?? -1) : 0,
        said: said.trim(),
        complained: complained.trim(),
      }),
    )
    started(child)
  })
}

/** A new folder for this user alone. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cirkel-backup-'))
}

/** Runs statements on a database file, past the site. */
export function onFile(path: string, ...statements: string[]): void {
  const database = new Libsql(path)
  for (const sql of statements) database.exec(sql)
  database.close()
}

/** The first column of what a statement finds in a database file. */
export function askFile(path: string, sql: string): unknown[] {
  const database = new Libsql(path)
  const rows = database.prepare(sql).raw().all() as unknown[][]
  database.close()
  return rows.map(([value]) => value)
}

/** A statement that makes an account with nothing but a name. */
export function insertAccount(name: string): string {
  return `INSERT INTO "Learner" ("id", "pseudonym", "pseudonymKey", "passphraseHash", "createdOn", "lastSeenOn")
    VALUES ('${name}', '${name}', '${name}', 'x', '2026-03-14', date())`
}

/** A migrated database file in a data folder of its own, with an account for each name. */
export async function siteFile(...names: string[]): Promise<{ file: string; url: string }> {
  await ensureTemplate('backup')
  const file = join(newFolder(), 'data', 'site.db')
  mkdirSync(join(file, '..'), { mode: 0o700 })
  copyFileSync('.cache/tests/template.db', file)
  chmodSync(file, 0o600)
  onFile(file, 'PRAGMA journal_mode = WAL', ...names.map(insertAccount))
  return { file, url: `file:${file}` }
}
