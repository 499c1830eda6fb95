import type { Page } from '@playwright/test'

/** What the words beside a field call those who can see it, in both languages. */
const audiences: Record<string, RegExp> = {
  you: /: only you|: you\b|: bara du|: du\b/,
  host: /people who run this site|de som driver webbplatsen/,
  circle: /people in the circle|everyone in this circle|personerna i cirkeln|alla i cirkeln/,
  leaders: /(trainers|leaders) of (this|the) circle|circle leaders|cirkelns ledare|cirkelledarna/,
  code: /anyone who has the code|the paper or the code|den som har koden|papperet eller koden/,
  moderators: /moderators|moderatorer/,
  sender: /the writer|den som har skrivit kommentaren/,
  everyone: /everyone(?! in this circle)|\balla\b(?! i cirkeln)/,
  screen: /anyone who sees this screen|den som ser skärmen/,
  history: /browser[’']s history|webbläsarens historik/,
  paper: /anyone who sees the paper|den som ser papperet/,
  calendar: /looks at your calendar|tittar i din kalender/,
  chosen: /as you choose here|som du väljer här/,
}
const sentences = /(?:Who can see this|Det här ser):[^.]*/g

/**
 * The audiences that a text names, in the order of the table; every sentence on who can see must
 * name the same.
 */
function audiencesIn(text: string): string {
  const named = [...text.matchAll(sentences)].map(([sentence]) =>
    Object.keys(audiences)
      .filter((audience) => audiences[audience]?.test(sentence))
      .sort()
      .join(' '),
  )
  return [...new Set(named)].join(' or ') || 'NOT SAID'
}

/** Audiences written in any order, as `audiencesIn` writes them. */
export const inOrder = (names: string) => names.split(' ').sort().join(' ')

interface FoundField {
  path: string
  name: string
  said: string
}

/**
 * Follows the links from some pages, within paths that match: by kind of page and by field, the
 * audiences that stand beside it.
 */
export async function findFields(page: Page, { from, within }: { from: string[]; within: RegExp }) {
  const found = await page.evaluate(
    async ({ from, within }) => {
      const open = [...from]
      const known = new Set(open)
      const fields: FoundField[] = []
      // A file to carry away is made when it is asked for: that takes long, and it has no fields.
      const isFile = /\.[a-z]+$/
      for (let path = open.pop(); path; path = open.pop()) {
        const response = await fetch(path)
        if (!response.headers.get('content-type')?.startsWith('text/html'))
          throw new Error(`${path} is no page.`)
        const page = new DOMParser().parseFromString(await response.text(), 'text/html')
        for (const link of page.querySelectorAll('a[href]')) {
          const { origin, pathname } = new URL(
            link.getAttribute('href') as string,
            new URL(path, location.href),
          )
          if (
            origin !== location.origin ||
            known.has(pathname) ||
            isFile.test(pathname) ||
            // A note has the same form at every section: that of one is looked at.
            (pathname.includes('/notes/') && [...known].some((one) => one.includes('/notes/'))) ||
            !new RegExp(within).test(pathname)
          )
            continue
          known.add(pathname)
          open.push(pathname)
        }
        const saidBy = (element: Element | null | undefined) =>
          (element?.getAttribute('aria-describedby') ?? '')
            .split(' ')
            .map((id) => (id ? page.getElementById(id)?.textContent : '') ?? '')
        for (const field of page.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
          // What has no name is never sent: the box that opens a word's explanation.
          if (
            !field.name ||
            ['hidden', 'submit', 'button', 'reset'].includes(field.type) ||
            field.closest('[hidden]')
          )
            continue
          const isAnswer = field.closest('form[data-quiz], [data-question]')
          const name = isAnswer
            ? 'an answer'
            : field.closest('form.calculator')
              ? 'a number'
              : field.name.replace(/[.-].*/, '')
          const around: Element[] = [field]
          for (
            let group = field.closest('fieldset');
            group;
            group = group.parentElement?.closest('fieldset') ?? null
          )
            around.push(group)
          if (field.form) around.push(field.form)
          const said = around.flatMap(saidBy).join(' ').replaceAll(/\s+/g, ' ')
          // The box in the bar is the same on every page.
          const path = field.closest('.bar') ? 'every page' : new URL(response.url).pathname
          fields.push({ path, name, said })
        }
      }
      return fields
    },
    { from, within: within.source },
  )
  const table: Record<string, Record<string, string>> = {}
  for (const { path, name, said } of found) {
    const named = audiencesIn(said)
    const kind = kindOf(path)
    table[kind] ??= {}
    const before = table[kind][name]
    table[kind][name] =
      before === undefined || before === named ? named : `${before}, or ${named} (${path})`
  }
  return table
}

/** The kind of a page: its path without the language, with a word for each part that differs. */
function kindOf(path: string): string {
  return path
    .replace(/^\/[a-z]{2,3}(?=\/|$)/, '')
    .replace(/^\/circles\/(?!new|summary)[^/]+/, '/circles/:circle')
    .replace(/\/meetings\/\d+/, '/meetings/:number')
    .replace(/^\/courses\/[^/]+/, '/courses/:course')
    .replace(/\/tools\/[^/]+/, '/tools/:tool')
    .replace(
      /^(\/courses\/:course)\/(?!tools|check|proof|guide|glossary|about|question)[^/]+/,
      '$1/:chapter',
    )
    .replace(/\/notes\/.+/, '/notes/:section')
    .replace(/^\/join\/.+/, '/join/:code')
    .replace(/^\/comments\/.+/, '/comments/:comment')
}
