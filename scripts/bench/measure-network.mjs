import { bareServer, storeBarePages } from './bare-server.mjs'
import { startChild, startSite } from './child.mjs'
import { openSlowBrowser } from './slow-network.mjs'

const chapter = '/en/courses/run-a-party/the-branch'
const bareText = '/bare-text'

const ms = (/** @type {number} */ value) => (value < 10 ? value.toFixed(1) : value.toFixed(0))

/**
 * Measures a first visit to a chapter over a slow network, beside its bare text as one file.
 * @param {ReturnType<typeof import('./table.mjs').budgetTable>} table
 */
export async function measureNetwork(table) {
  const browser = await openSlowBrowser()
  const site = await startSite()
  try {
    const text = await browser.bareTextOf(site.origin + chapter)
    storeBarePages([{ path: bareText, ...text }])
    const bare = await startChild(bareServer)
    console.log(
      'Slow 3G (400 kbit/s, 400 ms, processor 4 times slower), first visit, ' +
        `against the chapter's ${text.words} words as one file of ${text.body.length} bytes; ` +
        'median of 3.',
    )
    const { paint, load, shift } = await browser.compare(
      site.origin + chapter,
      bare.origin + bareText,
    )
    table.line(
      ['first contentful paint, ms', ms(paint.page), ms(paint.bare), paint.ratio.toFixed(2)],
      {
        number: paint.ratio,
        budget: { max: 1.5 },
      },
    )
    table.line(['load, ms', ms(load.page), ms(load.bare), load.ratio.toFixed(2)], {
      number: load.ratio,
      budget: { max: 2 },
    })
    table.line(['layout shift (largest of 3)', shift.toFixed(4), '', ''], {
      number: shift,
      budget: { max: 0.01 },
    })
    table.print(['', 'Cirkel', 'bare text', 'ratio'])
    await bare.stop()
  } finally {
    await site.stop()
    await browser.close()
  }
}
