import { brotliCompressSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { findBrowser } from '../browser.mjs'
import { median } from './numbers.mjs'

const rounds = 3
const bytesPerSecond = 400_000 / 8
const slow3G = {
  offline: false,
  downloadThroughput: bytesPerSecond,
  uploadThroughput: bytesPerSecond,
  latency: 400,
}
const timesSlower = 4
/** How long the page may still move after it has loaded. */
const settling = 1000

/**
 * What the bare text of a chapter is: its headings, paragraphs and lists. No figures, comments,
 * questions, words and sources.
 */
const isText = '.chapter :is(h1, h2, h3, p, ul, ol)'
const isMore =
  'nav, form, figure, aside, details, .section-tools, .facts, .quiz, .sources, .words, #comments, .countries, .notice, .kicker'

/** @typedef {{ paint: number, load: number, shift: number }} Visit */

/**
 * A browser for the slow network, and what it sees there.
 */
export async function openSlowBrowser() {
  const browser = await chromium.launch(findBrowser())

  /**
   * One first visit, with nothing kept from another.
   * @param {string} address
   * @returns {Promise<Visit>}
   */
  async function visit(address) {
    const context = await browser.newContext({
      viewport: { width: 360, height: 640 },
      locale: 'en-GB',
    })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', slow3G)
    await session.send('Emulation.setCPUThrottlingRate', { rate: timesSlower })
    await page.goto(address, { waitUntil: 'load', timeout: 60_000 })
    await page.waitForTimeout(settling)
    const seen = await page.evaluate(() => {
      const observer = new PerformanceObserver(() => {})
      observer.observe({ type: 'layout-shift', buffered: true })
      const [navigation] = performance.getEntriesByType('navigation')
      const shifts = observer.takeRecords()
      return {
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
        load: navigation.loadEventEnd,
        shift: shifts.reduce((sum, { value }) => sum + value, 0),
      }
    })
    await context.close()
    return seen
  }

  return {
    /**
     * The bare text of a chapter as one HTML file, compressed as the chapter is: what no way of
     * serving it can do without.
     * @param {string} address
     */
    async bareTextOf(address) {
      const page = await browser.newPage({ javaScriptEnabled: true })
      await page.goto(address)
      const { title, parts, words } = await page.evaluate(
        ([text, more]) => {
          const outermost = [...document.querySelectorAll(text)].filter(
            (one) => !one.closest(more) && !one.parentElement?.closest('p, ul, ol'),
          )
          const parts = outermost.map((one) => {
            const tag = one.localName
            const inside =
              tag === 'ul' || tag === 'ol'
                ? [...one.children].map((item) => `<li>${item.textContent}`).join('')
                : one.textContent
            return `<${tag}>${inside}</${tag}>`
          })
          return {
            title: document.title,
            parts,
            words: outermost
              .map((one) => one.textContent)
              .join(' ')
              .split(/\s+/).length,
          }
        },
        [isText, isMore],
      )
      await page.close()
      const head =
        '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" ' +
        `content="width=device-width"><title>${title}</title>`
      const body = brotliCompressSync(head + parts.join('\n'))
      /** @type {[string, string][]} */
      const headers = [
        ['Content-Type', 'text/html; charset=utf-8'],
        ['Content-Encoding', 'br'],
        ['Cache-Control', 'no-store'],
        ['Content-Length', String(body.length)],
      ]
      return { body, headers, words }
    },

    /**
     * Visits two addresses in turns. Gives the median of each, and of what the first takes of the
     * second, round by round.
     * @param {string} address
     * @param {string} bareAddress
     */
    async compare(address, bareAddress) {
      await visit(bareAddress)
      const pairs = []
      for (let i = 0; i < rounds; i += 1)
        pairs.push({ bare: await visit(bareAddress), page: await visit(address) })
      /** @param {'paint' | 'load'} what */
      const compared = (what) => ({
        page: median(pairs.map((pair) => pair.page[what])),
        bare: median(pairs.map((pair) => pair.bare[what])),
        ratio: median(pairs.map((pair) => pair.page[what] / pair.bare[what])),
      })
      return {
        paint: compared('paint'),
        load: compared('load'),
        shift: Math.max(...pairs.map((pair) => pair.page.shift)),
      }
    },

    close: () => browser.close(),
  }
}
