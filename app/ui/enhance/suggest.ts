import { type Entry, matching, wordsOf } from './match-titles.ts'

/** What the server sends: by kind, titles with their addresses (reading/search/suggestions.ts). */
type Groups = [kind: string, entries: [title: string, address: string][]][]

let entries: Promise<Entry[]> | undefined

async function load(): Promise<Entry[]> {
  const response = await fetch(`/${location.pathname.split('/')[1]}/search/suggestions.json`)
  const groups: Groups = await response.json()
  return groups.flatMap(([kind, found]) =>
    found.map(([title, address]) => ({ title, address, kind, words: wordsOf(title) })),
  )
}

/**
 * Suggests places while one types into a box for search, as WAI-ARIA's pattern of a combobox: arrows
 * choose, Enter opens what is chosen or else searches, Escape closes. The titles are fetched once,
 * when something is first typed; what is typed goes nowhere.
 */
export function suggest() {
  document.querySelectorAll<HTMLInputElement>('input[name=q]').forEach(suggestAt)
}

function suggestAt(input: HTMLInputElement, at: number) {
  const list = document.createElement('ul')
  const label = document.querySelector<HTMLElement>('[data-list]')?.dataset.list ?? ''
  let found: Entry[] = []
  let chosen = -1
  const set = (attributes: Record<string, string>, element: Element = input) => {
    for (const name in attributes) element.setAttribute(name, attributes[name] as string)
  }
  const show = (next: Entry[]) => {
    found = next
    list.hidden = found.length === 0
    list.replaceChildren(
      ...found.map(({ title, kind }, i) => {
        const option = document.createElement('li')
        const small = document.createElement('span')
        set({ role: 'option', id: `suggestion-${at}-${i}`, 'aria-selected': 'false' }, option)
        small.textContent = kind
        option.append(`${title} `, small)
        return option
      }),
    )
    choose(-1)
  }
  const choose = (next: number) => {
    chosen = next
    set({
      'aria-expanded': String(found.length > 0),
      'aria-activedescendant': chosen < 0 ? '' : `suggestion-${at}-${chosen}`,
    })
    for (const option of Array.from(list.children))
      set({ 'aria-selected': String(option === list.children[chosen]) }, option)
    list.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }
  const open = (entry?: Entry) => entry && location.assign(entry.address)

  list.className = 'suggestions'
  set(
    {
      role: 'listbox',
      id: `suggestions-${at}`,
      'aria-label': label,
    },
    list,
  )
  set({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id })
  const drop = input.form?.querySelector('.drop')
  if (drop) drop.prepend(list)
  else input.after(list)
  show([])

  input.addEventListener('input', async () => {
    entries ??= load()
    try {
      const all = await entries
      show(matching(all, input.value))
    } catch {
      entries = undefined
    }
  })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing || found.length === 0) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) choose(((chosen + 1 + step + found.length + 1) % (found.length + 1)) - 1)
    else if (event.key === 'Escape') show([])
    else if (event.key === 'Enter' && chosen >= 0) open(found[chosen])
    else return
    event.preventDefault()
  })
  input.addEventListener('blur', () => show([]))
  // The box keeps the focus, so that the list is still there when the click ends.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest('li')
    open(found[Array.from(list.children).indexOf(option as Element)])
  })
}
