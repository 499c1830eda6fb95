import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe finds on the page as it is, each fault with the elements that have it. `choose` takes
 * some of the rules, or a part of the page.
 */
export async function axeFaults(
  page: Page,
  choose: (axe: AxeBuilder) => AxeBuilder = (axe) => axe,
): Promise<string[]> {
  // Without frames from elsewhere, which no page has, axe need not open a page of its own for each
  // run.
  const { violations } = await choose(new AxeBuilder({ page }).setLegacyMode()).analyze()
  const elements = (nodes: { html: string }[]) => nodes.slice(0, 3).map((node) => node.html)
  return violations.map(({ id, nodes }) => `${id} ${elements(nodes).join(' ')}`)
}
