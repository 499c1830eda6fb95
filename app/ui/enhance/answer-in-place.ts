/**
 * Sends an answer without leaving the page, and puts the question with its reasons in the place of
 * the one that was sent, and what all come to in the place of what they came to before.
 */
export function answerInPlace() {
  const form = document.querySelector<HTMLFormElement>('form[data-quiz]')
  const address = form?.dataset.quiz
  if (!form || !address) return

  // Enter in a gap, which is a phone keyboard's "Go", answers the question that one writes in.
  form.addEventListener('keydown', (event) => {
    const field = event.target
    if (event.key !== 'Enter' || event.isComposing || !(field instanceof HTMLInputElement)) return
    const button = field
      .closest('[data-question]')
      ?.querySelector<HTMLButtonElement>('button[name=check]')
    if (!button) return
    event.preventDefault()
    button.click()
  })

  // A guest's answers, which are nowhere but in the form, go along to another language.
  let hasAnswers = false
  form.addEventListener('input', () => {
    hasAnswers = true
  })
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[hreflang], .languages a')
    if (
      !link ||
      !hasAnswers ||
      form.elements.namedItem('as') ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey
    )
      return
    event.preventDefault()
    form.action = link.href
    form.submit()
  })

  let isPlain = false
  form.addEventListener('submit', async (event) => {
    if (isPlain) return
    const button = event.submitter as HTMLButtonElement | null
    const sheet = button?.closest<HTMLElement>('[data-question]')
    if (!button?.value || !sheet) return
    event.preventDefault()
    const fields = new URLSearchParams()
    for (const [name, value] of new FormData(form)) fields.append(name, String(value))
    fields.append(button.name, button.value)
    button.disabled = true
    try {
      const response = await fetch(address, { method: 'POST', body: fields })
      // The session has ended: sent as without script, the form comes along to sign-in.
      if (response.status === 401) {
        isPlain = true
        button.disabled = false
        return form.requestSubmit(button)
      }
      if (!response.ok) throw new Error(String(response.status))
      show(sheet, await response.text())
      offerToGoOn(form)
    } catch {
      button.disabled = false
      say(sheet, form.dataset.notSent ?? '')
    }
  })
}

function show(sheet: HTMLElement, html: string) {
  const holder = document.createElement('template')
  holder.innerHTML = html
  const next = holder.content.firstElementChild as HTMLElement
  const sum = next.nextElementSibling
  if (sum) document.querySelector('[data-sum]')?.replaceWith(sum)
  sheet.replaceWith(next)
  const target =
    next.querySelector<HTMLElement>('.result') ??
    next.querySelector<HTMLElement>('input:not([type=hidden]), select')
  target?.focus()
}

/**
 * Where the page around the questions tells more once all are answered, offers to load it again in
 * the place of checking all.
 */
function offerToGoOn(form: HTMLFormElement) {
  const goOn = form.querySelector<HTMLElement>('[data-all-answered]')
  if (!goOn) return
  goOn.hidden = form.querySelector('[data-question] button[name=check]') !== null
  const checkAll = form.querySelector<HTMLElement>('.check-all:not([data-all-answered])')
  if (checkAll) checkAll.hidden = !goOn.hidden
}

function say(sheet: HTMLElement, text: string) {
  sheet.querySelector('.not-sent')?.remove()
  const note = document.createElement('p')
  note.className = 'result problem not-sent'
  note.setAttribute('role', 'alert')
  note.textContent = text
  sheet.append(note)
}
