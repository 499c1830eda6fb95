// The end of a scheme is enough: to look for its beginning from each letter takes long.
const link =
  /(?:[a-z0-9+.-]:\/\/|www\.)\S|[\p{L}\p{N}-]\.(?:(?:com|org|net|info|biz|app|dev|xyz)(?![\p{L}\p{N}])|[a-z]{2,}\/\S)/iu
// "@name" too: in most places it leads to a person.
const address = /\S@\S|(?<!\S)@[\p{L}\p{N}_]{2,}/u
// Numbers that a comment tells of: 21/11/2026, 2026-11-21, 1955–1994, 1 200 000.
const otherNumbers =
  /(?<!\p{Nd}[ .,\u00a0\u202f]?)(?:\p{Nd}{1,2}([./-])\p{Nd}{1,2}\1\p{Nd}{4}|\p{Nd}{4}-\p{Nd}{2}-\p{Nd}{2}|\p{Nd}{4}\s?[-–—/]\s?\p{Nd}{2,4}|(?![0٠۰०၀])\p{Nd}{1,3}(?:[ .,\u00a0\u202f]\p{Nd}{3})+)(?!\p{Nd})/gu
const phone = /(?:\p{Nd}[ \u00a0\u202f().+/-]{0,3}){7}/u
// No other number is written with a plus.
const phoneWithPlus = /\+\s?\p{Nd}[\p{Nd}\s().-]{5,}/u

/**
 * What in a text of a comment or a circle looks like a way to reach somebody: a link, an e-mail
 * address or an account's name, a phone number. A help to senders, who may not think of the danger;
 * a moderator reads every text all the same.
 */
export function contactIn(text: string): 'link' | 'address' | 'phone' | null {
  if (address.test(text)) return 'address'
  if (link.test(text)) return 'link'
  return phoneWithPlus.test(text) || phone.test(text.replace(otherNumbers, '…')) ? 'phone' : null
}
