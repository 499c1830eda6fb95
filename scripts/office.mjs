import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** The LibreOffice of this machine, or null. */
export function findOffice() {
  for (const name of ['soffice', 'libreoffice']) {
    const { status, stdout } = spawnSync('which', [name], { encoding: 'utf8' })
    if (status === 0) return stdout.trim()
  }
  return null
}

/**
 * Sees to it that there is a LibreOffice: as root on Debian it is installed. Elsewhere says what is
 * not tested.
 */
export function ensureOffice() {
  if (findOffice()) return
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing LibreOffice …')
    const packages = ['libreoffice-calc-nogui', 'libreoffice-writer-nogui']
    const run = (...args) =>
      spawnSync('apt-get', ['-qq', ...args], { stdio: 'ignore' }).status === 0
    if (run('update') && run('install', '-y', '--no-install-recommends', ...packages)) return
  }
  console.log(
    'No LibreOffice was found: whether it opens the documents of the toolbox is not tested.',
  )
}
