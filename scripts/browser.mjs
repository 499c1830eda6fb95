import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { exitWithError } from './prepare.mjs'

const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
  } catch {
    return ''
  }
}

function found() {
  return [process.env.CHROMIUM, playwrightsOwn(), ...systemBrowsers].find(
    (path) => path && existsSync(path),
  )
}

/**
 * Where a Chromium is: the CHROMIUM variable's, Playwright's own, the system's; and how to start
 * it. Null where there is none.
 */
export function findBrowser() {
  const isRoot = process.getuid?.() === 0
  return {
    executablePath: found(),
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-quic',
      '--disable-gpu',
    ],
  }
}

/**
 * Makes sure that there is a browser: as root on Debian it installs the system's package, elsewhere
 * it says what to install.
 */
export function ensureBrowser() {
  if (found()) return
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.log('Installing Chromium …')
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    apt('update', '-qq')
    apt('install', '-y', '-qq', '--no-install-recommends', 'chromium')
  }
  if (!found())
    exitWithError(
      'The tests need a browser. Install Chromium (on Debian: apt-get install chromium), or set CHROMIUM to its path.',
    )
}
