// What is thrown because of the machine, a setting or the words of a command, as a sentence for the
// person at the keyboard. Runs before anything is installed: only what Node itself has.
import { resultCodeOf } from '../app/platform/sqlite/result-code.mjs'

/** Errors of our own whose message is such a sentence. */
const said = new Set(['BadEnvironment', 'BrokenCourses', 'BadIcon', 'BackupFault'])

const fileReasons = {
  EACCES: 'this user may not do that',
  EPERM: 'this user may not do that',
  EROFS: 'it is in a place that can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this user has no room left on the disk',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  ELOOP: 'its links lead in a circle',
  EIO: 'the disk fails',
  EEXIST: 'something else has that name already',
}

// https://www.sqlite.org/rescode.html
const databaseReasons = {
  5: 'another program keeps it busy. Try again in a while',
  8: 'it, or its folder, can only be read by this user',
  10: 'the disk is full, or it fails. Make room on it first',
  11: 'it is damaged. Restore a backup',
  13: 'the disk is full. Make room on it first',
  14: 'this user may not open it, or it is no file',
  26: 'it is no SQLite database',
}

/** Why SQLite does not let a database be used, or null where the error is another's. */
export function databaseReason(error) {
  return databaseReasons[resultCodeOf(error)] ?? null
}

/** Why a file or folder cannot be used, or null where the error is another's. */
export function fileReason({ code }) {
  return fileReasons[code] ?? null
}

/** Why something failed, as a sentence where it can be said; else its stack. */
function describeFault(error) {
  if (said.has(error?.name)) return error.message
  if (error?.code?.startsWith?.('ERR_PARSE_ARGS')) return error.message
  if (error?.code === 'EADDRINUSE')
    return `PORT ${error.port} is taken by another program on this machine. Choose another.`
  if (error?.code === 'EACCES' && error.syscall === 'listen')
    return `PORT ${error.port} may not be used by this user. Choose one above 1023.`
  if (error?.syscall === 'listen' || error?.syscall === 'getaddrinfo')
    return `HOST ${error.address ?? error.hostname} is no address of this machine.`
  const reason = fileReasons[error?.code]
  if (reason && error.syscall?.startsWith('spawn'))
    return `The command ${error.path} cannot be run: ${reason}.`
  if (reason && error.path) return `${error.path} cannot be used: ${reason}.`
  const fault = error && databaseReason(error)
  if (fault) return `The database cannot be used: ${fault}.`
  return error?.stack ?? String(error)
}

/** Ends the process with a sentence for the person at the keyboard. */
export function exitWithFault(error) {
  console.error(describeFault(error))
  process.exit(1)
}

/**
 * Makes what a command throws the sentence that it ends with. Who reads what it says may stop
 * reading, as `| head` does: it then finishes its work.
 */
export function endWithSentences() {
  process.on('uncaughtException', exitWithFault)
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error
    })
}
