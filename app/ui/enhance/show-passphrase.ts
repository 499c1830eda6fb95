/**
 * Lets a person see the passphrase that they type. It is hidden again before it is sent and before
 * the page goes away: a browser notes on its disk what stands in a field of text, and never what
 * stands in a field of passwords (SAFETY P7).
 */
export function showPassphrase() {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-shows]')) {
    const field = document.getElementById(button.dataset.shows ?? '')
    if (!(field instanceof HTMLInputElement)) continue
    const show = (isShown: boolean) => {
      field.type = isShown ? 'text' : 'password'
      button.setAttribute('aria-pressed', String(isShown))
    }
    button.addEventListener('click', () => show(field.type === 'password'))
    field.form?.addEventListener('submit', () => show(false))
    addEventListener('pagehide', () => show(false))
    button.hidden = false
  }
}
