/**
 * Who can see what is typed into every field of the site, decided here by hand and not taken from
 * the site's own texts: for each person, each kind of page and each field, the audiences that the
 * sentence beside it names. A new field fails `seen-by.spec.ts` until its audience is decided here.
 */
const host = 'you host'
const accountFields = { pseudonym: host, passphrase: 'you screen', ownDevice: host }
const typed = { pseudonym: host, passphrase: 'you', ownDevice: host }
const search = { q: 'you history' }
const joinCode = { code: 'you history' }
const number = { 'a number': 'you' }
const newCircle = {
  ...{
    name: 'circle code host',
    trainer: 'circle code host',
    course: 'circle host',
    meetings: 'circle host',
    hoursEach: 'circle host',
  },
  ...{
    firstDay: 'circle host',
    start: 'circle host',
    everyDays: 'circle host',
    timeZone: 'circle host',
  },
}
const comment = {
  ...{
    country: 'you moderators host everyone',
    section: 'you moderators host everyone',
    text: 'you moderators host everyone',
  },
  ...{ language: 'you moderators host everyone', signed: 'chosen' },
}
const plan = { name: 'circle code host', aim: 'circle host' }
const planned = {
  day: 'circle host',
  start: 'circle host',
  hours: 'circle host',
  chapters: 'circle host',
}
const noteFields = { decision: 'circle host', task: 'circle host', seat: 'circle host' }
const led = {
  there: 'leaders host',
  hours: 'circle host',
  day: 'circle host',
  start: 'circle host',
}
const roles = { leads: 'circle host', notes: 'circle host', remembers: 'circle host' }

/** The box for search that stands on every page, for every reader. */
export const onEveryPage = { 'every page': search }

export const seenByTable: Record<string, Record<string, Record<string, string>>> = {
  guest: {
    '/sign-up': accountFields,
    '/sign-in': typed,
    '/recover': {
      pseudonym: host,
      code: 'you screen',
      passphraseNew: 'you screen',
      ownDevice: host,
    },
    '/search': search,
    '/join': joinCode,
    '/proof/verify': { code: 'you' },
    '/courses/:course': search,
    '/courses/:course/:chapter': { 'an answer': 'you' },
    '/courses/:course/check': { 'an answer': 'you' },
    '/courses/:course/tools/:tool': number,
  },
  learner: {
    '/account': { passphrase: 'you', passphraseNew: 'you screen' },
    '/account/erase': { passphrase: 'you' },
    '/search': search,
    '/join': joinCode,
    '/reading': { size: host, letters: host, light: host, spacing: host, pictures: host },
    '/circles/new': newCircle,
    '/courses/:course': search,
    '/courses/:course/:chapter': { 'an answer': host },
    '/courses/:course/:chapter/comment': comment,
    '/courses/:course/:chapter/notes/:section': { text: host },
    '/courses/:course/tools/:tool': number,
  },
  'learner who has finished': {
    '/courses/:course/proof': { name: 'paper code', withDay: 'paper code', withSite: 'paper' },
    '/courses/:course/check': { 'an answer': host },
    '/review': { 'an answer': host },
  },
  'sender of a published comment': {
    '/account/erase': { published: 'everyone', passphrase: 'you' },
  },
  'learner with an invitation': {
    '/join/:code': { name: 'circle host' },
  },
  leader: {
    '/circles/:circle/plan': { ...plan, ...planned },
    '/circles/:circle/people': {
      name: 'circle host',
      added: 'circle host',
      merged: 'leaders host',
      into: 'leaders host',
    },
    '/circles/:circle/meetings/:number': { ...led, ...roles, ...noteFields },
    '/circles/:circle/report': { women: 'leaders host', youth: 'leaders host' },
    '/circles/:circle/calendar': { name: 'calendar' },
  },
  member: {
    '/circles/:circle/people': { name: 'circle host' },
    '/circles/:circle/calendar': { name: 'calendar' },
    '/circles/:circle/leave': { keepsName: 'leaders host' },
  },
  moderator: {
    '/comments/:comment': { reason: 'sender moderators host', note: 'sender moderators host' },
  },
}
