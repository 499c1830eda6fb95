/**
 * Every table that holds something of a learner: what is erased and what is exported. `owner` is the column that points at the learner;
 * `columns` are all its columns, each with its name in words; `withheld` are those that are kept but not shown, each with the reason.
 * A row is deleted with its learner, unless `whenErased` says that it stays and forgets whose it was.
 * A test holds this list against the database's own (learner-tables.test.ts): a table or a column that is missing here fails it.
 */
export const learnerTables = [
  {
    table: 'Learner',
    title: 'accounts:table.learner',
    owner: 'id',
    columns: {
      id: 'accounts:column.id',
      pseudonym: 'accounts:column.pseudonym',
      pseudonymKey: 'accounts:column.pseudonymKey',
      passphraseHash: 'accounts:column.passphraseHash',
      createdOn: 'accounts:column.createdOn',
      lastSeenOn: 'accounts:column.lastSeenOn',
    },
    withheld: { passphraseHash: 'accounts:withheld.passphrase' },
  },
  {
    table: 'Session',
    title: 'accounts:table.session',
    owner: 'learnerId',
    columns: {
      id: 'accounts:column.id',
      learnerId: 'accounts:column.learnerId',
      ownDevice: 'accounts:column.ownDevice',
      startedOn: 'accounts:column.startedOn',
      expiresAt: 'accounts:column.expiresAt',
    },
    withheld: { id: 'accounts:withheld.session' },
  },
  {
    table: 'RecoveryCode',
    title: 'accounts:table.recoveryCode',
    owner: 'learnerId',
    columns: { hash: 'accounts:column.codeHash', learnerId: 'accounts:column.learnerId' },
    withheld: { hash: 'accounts:withheld.code' },
  },
  {
    table: 'Role',
    title: 'accounts:table.role',
    owner: 'learnerId',
    columns: { learnerId: 'accounts:column.learnerId', role: 'accounts:column.role' },
    withheld: {},
  },
  {
    table: 'RoleChange',
    title: 'accounts:table.roleChange',
    owner: 'subject',
    whenErased: 'forget-owner',
    columns: {
      id: 'accounts:column.id',
      day: 'accounts:column.day',
      act: 'accounts:column.act',
      role: 'accounts:column.role',
      subject: 'accounts:column.learnerId',
    },
    withheld: {},
  },
  {
    table: 'Attempt',
    title: 'accounts:table.attempt',
    owner: 'learnerId',
    columns: {
      id: 'accounts:column.id',
      learnerId: 'accounts:column.learnerId',
      course: 'accounts:column.course',
      chapter: 'accounts:column.chapter',
      question: 'accounts:column.question',
      questionHash: 'accounts:column.questionHash',
      answer: 'accounts:column.answer',
      isRight: 'accounts:column.isRight',
      answeredOn: 'accounts:column.answeredOn',
    },
    withheld: {},
  },
  {
    table: 'Visit',
    title: 'accounts:table.visit',
    owner: 'learnerId',
    columns: {
      learnerId: 'accounts:column.learnerId',
      course: 'accounts:column.course',
      chapter: 'accounts:column.chapter',
      openedOn: 'accounts:column.openedOn',
      section: 'accounts:column.section',
      readOn: 'accounts:column.readOn',
      turn: 'accounts:column.turn',
    },
    withheld: {},
  },
] as const
