/**
 * The number of a promise; docs/promises.md says what it is, and which code and tests it rests on.
 */
export type PromiseNumber = `P${number}`

/** The files of the tests that show each promise. A test holds this against docs/promises.md. */
export const testsOf: Readonly<Record<PromiseNumber, readonly string[]>> = {
  P1: [
    'tests/journeys/budgets.spec.ts',
    'tests/journeys/reading.spec.ts',
    'tests/journeys/self-check.spec.ts',
  ],
  P2: ['tests/releases.test.ts', 'tests/journeys/accounts.spec.ts'],
  P3: ['app/accounts/recovery/recover.test.ts', 'tests/journeys/account-data.spec.ts'],
  P4: [
    'app/platform/log.test.ts',
    'app/server/maintenance-jobs.test.ts',
    'tests/journeys/hostile.spec.ts',
  ],
  P5: [
    'tests/safety/matrix.test.ts',
    'tests/safety/unreadable.test.ts',
    'tests/safety/observatory.test.ts',
    'tests/safety/passive-rules.test.ts',
    'tests/journeys/hostile.spec.ts',
    'tests/journeys/device.spec.ts',
  ],
  P6: [
    'tests/journeys/back-after-leave.spec.ts',
    'tests/journeys/reading.spec.ts',
    'tests/safety/leave.test.ts',
    'tests/journeys/host.spec.ts',
    'tests/journeys/device.spec.ts',
  ],
  P7: [
    'tests/journeys/budgets.spec.ts',
    'tests/journeys/browser-profile.spec.ts',
    'tests/journeys/wipe.spec.ts',
    'tests/journeys/back-after-leave.spec.ts',
    'tests/journeys/device.spec.ts',
  ],
  P8: ['tests/journeys/host.spec.ts'],
  P9: [
    'tests/backup.test.ts',
    'tests/old-backups.test.ts',
    'app/personal-data/erase-person.test.ts',
    'app/personal-data/erase-sender.test.ts',
    'app/platform/sqlite/unused-bytes.test.ts',
    'tests/postgres/engine.test.ts',
    'app/server/maintenance-jobs.test.ts',
    'app/personal-data/export-learner.test.ts',
    'app/personal-data/learner-tables.test.ts',
    'tests/journeys/account-data.spec.ts',
    'app/personal-data/erase-former-seat.test.ts',
    'app/circles/people/names-in-texts.test.ts',
  ],
  P10: [
    'app/server/maintenance-jobs.test.ts',
    'app/personal-data/retention.test.ts',
    'tests/journeys/retention.spec.ts',
  ],
  P11: [
    'tests/safety/matrix.test.ts',
    'tests/journeys/circles.spec.ts',
    'tests/journeys/seen-by.spec.ts',
  ],
  P12: [
    'app/circles/report/quarter-sum-store.test.ts',
    'app/server/figures/figures.test.ts',
    'tests/safety/metrics.test.ts',
    'tests/safety/puppets.test.ts',
    'app/comments/comments.test.ts',
  ],
  P13: [
    'app/accounts/sessions/sessions.test.ts',
    'app/accounts/sessions/session-cookie.test.ts',
    'app/accounts/passphrases/passphrase-races.test.ts',
    'app/accounts/sessions/sign-in.test.ts',
    'tests/people.test.ts',
    'tests/journeys/accounts.spec.ts',
    'tests/journeys/back-after-leave.spec.ts',
  ],
  P14: [
    'app/accounts/sessions/sign-in.test.ts',
    'app/accounts/rate-limits/attempt-scheduler.test.ts',
    'app/accounts/rate-limits/attempt-simulation.test.ts',
    'tests/safety/guessing.test.ts',
    'tests/journeys/accounts.spec.ts',
  ],
  P15: [
    'tests/safety/matrix.test.ts',
    'app/safety/cross-site.test.ts',
    'app/platform/form.test.ts',
    'tests/journeys/hostile.spec.ts',
    'tests/fuzz/pages-and-forms.test.ts',
    'tests/fuzz/bytes.test.ts',
    'tests/safety/text-work.test.ts',
    'app/platform/normalize-unicode.test.ts',
  ],
  P16: ['app/comments/comments.test.ts', 'tests/journeys/comments.spec.ts'],
  P17: ['app/progress/proofs/proof.test.ts', 'tests/journeys/proof.spec.ts'],
  P18: ['tests/safety/safety-page.test.ts'],
  P19: ['tests/safety/network.test.ts'],
  P20: ['tests/safety/safety-page.test.ts', 'tests/safety/promises.test.ts'],
  P21: ['app/notes/notes.test.ts', 'tests/journeys/notes.spec.ts'],
}

/**
 * What the safety page says is protected: each sentence with the promises that it rests on (SAFETY
 * P20).
 */
export const claims = {
  server: [
    { text: 'safety:claims.noAccount', promises: ['P1'] },
    { text: 'safety:claims.pseudonym', promises: ['P2'] },
    { text: 'safety:claims.passphrase', promises: ['P3'] },
    { text: 'safety:claims.noAddress', promises: ['P4'] },
    { text: 'safety:claims.guessing', promises: ['P14'] },
    { text: 'safety:claims.exportAndErase', promises: ['P9'] },
    { text: 'safety:claims.proof', promises: ['P17'] },
    { text: 'safety:claims.callsNobody', promises: ['P5', 'P19'] },
  ],
  others: [
    { text: 'safety:claims.seenBy', promises: ['P11'] },
    { text: 'safety:claims.trainer', promises: ['P11'] },
    { text: 'safety:claims.notes', promises: ['P21'] },
    { text: 'safety:claims.comments', promises: ['P12', 'P16'] },
    { text: 'safety:claims.groups', promises: ['P12'] },
    { text: 'safety:claims.counted', promises: ['P12'] },
    { text: 'safety:claims.otherSites', promises: ['P5', 'P15'] },
  ],
  device: [
    { text: 'safety:claims.nothingKept', promises: ['P1', 'P7'] },
    { text: 'safety:claims.notTyped', promises: ['P7'] },
    { text: 'safety:claims.oneCookie', promises: ['P13'] },
    { text: 'safety:claims.sessions', promises: ['P13'] },
    { text: 'safety:claims.neutral', promises: ['P8'] },
  ],
  leaving: [
    { text: 'safety:claims.leave', promises: ['P6'] },
    { text: 'safety:claims.back', promises: ['P6', 'P7'] },
  ],
} as const satisfies Readonly<
  Record<string, readonly { text: `safety:claims.${string}`; promises: readonly PromiseNumber[] }[]>
>

/**
 * What is protected on the server. Where the database is a database server's, the sentence on erasing
 * says how far that reaches there.
 */
export function claimsAboutServer({ ownsDatabaseFile }: { ownsDatabaseFile: boolean }) {
  return claims.server.map((claim) =>
    claim.text === 'safety:claims.exportAndErase' && !ownsDatabaseFile
      ? { ...claim, text: 'safety:exportAndEraseOnServer' as const }
      : claim,
  )
}
