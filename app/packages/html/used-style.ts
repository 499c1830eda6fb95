/**
 * A minified style sheet without the rules that only style classes which stand nowhere in the page,
 * nor in its script: a file that loads nothing carries no rule for other pages.
 */
export function usedStyle(style: string, page: string, script: string): string {
  const onPage = new Set(
    [...page.matchAll(/ class="([^"]*)"/g)].flatMap(([, names = '']) => names.split(' ')),
  )
  const isUsed = (selector: string) =>
    [...selector.matchAll(/\.([a-z][\w-]*)/gi)].every(
      ([, name = '']) => onPage.has(name) || script.includes(name),
    )
  return style.replace(/([^{}@;]+)\{[^{}]*\}/g, (rule, selectors: string) =>
    selectors.split(',').some(isUsed) ? rule : '',
  )
}
