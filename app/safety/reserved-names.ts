import { translate } from '../i18n/i18n.ts'
import { languages } from '../i18n/languages.ts'
import { nameSkeletons } from './name-skeletons.ts'

/**
 * What the people who run a site are called in languages that the interface is not written in yet;
 * and what they are called together, or without their accents, in those that it is.
 */
const otherLanguages = `
  administrador, moderador, moderadora, soporte, anfitrión,
  administrateur, administratrice, modérateur, modératrice, hôte,
  administratorin, moderatorin, leitung, redaktion, suporte, administrateur, beheerder,
  администратор, админ, модератор, поддержка, ведущий, редакция,
  адміністратор, адмін, модэратар, адміністратар, адмін,
  администраторка, модераторка, домаћин, podrška, domaćin, redakcija,
  urednik, uređivač, администрација, уредништво,
  مشرف, المشرف, مدير, المدير, إدارة, الإدارة, الدعم, المحرر, مدیر,
  ناظر, پشتیبانی,
  moderation, moderering, moderatör, moderatrice, moderateur, sysadmin, helpdesk,
  администрация, модерация, техподдержка, адміністрація, модерація,
  administracija, moderacija, podrska, domacin, urednistvo
`

const listed = (text: string) => text.split(',').map((word) => word.trim())
const words = [
  otherLanguages,
  ...languages.map((language) => translate(language)('safety:reservedNames')),
].flatMap(listed)

const skeletonsOf = (text: string) => nameSkeletons(text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ''))
const reserved = new Set(words.flatMap(skeletonsOf))
const isReserved = (text: string) => skeletonsOf(text).some((form) => reserved.has(form))

/**
 * Whether a name as a whole claims to be one who runs the site: "Moderator", "M o d e r a t o r 2".
 */
export function isReservedName(name: string): boolean {
  return isReserved(name) || isReserved(name.replace(/[\s\p{P}]*\p{Nd}+\s*$/u, ''))
}

/** Whether a name has words that claim it: "The Moderator". For names that can be chosen freely. */
export function hasReservedWord(name: string): boolean {
  const parts = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((part) => part !== '')
  const runs = parts.flatMap((_, index) =>
    [1, 2, 3].map((count) => parts.slice(index, index + count).join('')),
  )
  return isReservedName(name) || runs.some(isReservedName)
}
