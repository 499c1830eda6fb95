import { data } from '@remix-run/node'
import type { Translate } from '../../i18n/i18n.ts'
import { httpError } from '../../platform/http-errors.ts'
import { problemTexts } from '../problem-texts.ts'
import type { PassphraseCheck } from './check-passphrase.server.ts'

/**
 * What a form answers to someone who did not give the right passphrase: the form again, with the
 * problem beside its field.
 */
export function passphraseRefusal(
  check: Exclude<PassphraseCheck, { kind: 'right' }>,
  t: Translate,
) {
  switch (check.kind) {
    case 'wrong-passphrase':
      return data(
        { problems: problemTexts({ passphrase: 'accounts:passphraseWrong' }, t) },
        { status: 400 },
      )
    case 'wait': {
      const problems: Record<string, string> = {
        passphrase: t('accounts:waitSeconds', { seconds: check.seconds }),
      }
      return data({ problems }, { status: 429, headers: { 'Retry-After': String(check.seconds) } })
    }
    case 'no-account':
      throw httpError(404)
  }
}
