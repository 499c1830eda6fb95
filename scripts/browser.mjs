import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { exitWithError } from './prepare.mjs'

const wholeBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
// Chromium without its own windows and menus opens a page in less than half the time.
const headlessShell = '/usr/bin/chromium-headless-shell'

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
  } catch {
    return ''
  }
}

const firstThere = (paths) => paths.find((path) => path && existsSync(path))

function wholeBrowser() {
  return firstThere([process.env.CHROMIUM, playwrightsOwn(), ...wholeBrowsers])
}

function startedBy(executablePath) {
  const isRoot = process.getuid?.() === 0
  return {
    executablePath,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-quic',
      '--disable-gpu',
    ],
  }
}

/**
 * Where a Chromium is, and how to start it: the CHROMIUM variable's, Debian's headless one,
 * Playwright's own, the system's. The path is undefined where there is none.
 */
export function findBrowser() {
  return startedBy(firstThere([process.env.CHROMIUM, headlessShell]) ?? wholeBrowser())
}

/**
 * The same, of a whole Chromium: for what looks into its profile or goes back to a page that it
 * kept, which the headless one does not do.
 */
export function findWholeBrowser() {
  return startedBy(wholeBrowser())
}

/**
 * Makes sure that there is a browser: as root on Debian it installs the system's packages,
 * elsewhere it says what to install.
 */
export function ensureBrowser() {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (isDebianRoot && !process.env.CHROMIUM && !(wholeBrowser() && existsSync(headlessShell))) {
    console.log('Installing Chromium …')
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    const install = (name) => apt('install', '-y', '-qq', '--no-install-recommends', name)
    apt('update', '-qq')
    if (!wholeBrowser()) install('chromium')
    install('chromium-headless-shell')
  }
  if (!wholeBrowser())
    exitWithError(
      'The tests need a browser. Install Chromium (on Debian: apt-get install chromium), or set CHROMIUM to its path.',
    )
}
