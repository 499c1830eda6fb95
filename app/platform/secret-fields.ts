/**
 * Whether a form's field holds a secret. What was typed in one is never sent back to the browser.
 */
export function isSecret(name: string): boolean {
  return name.startsWith('passphrase')
}
