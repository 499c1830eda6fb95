import { normalizeUnicode } from '../../platform/normalize-unicode.ts'

// Words that guessers begin with, in the languages of those who read here, as {@link guessKey}
// makes them.
const firstGuesses = [
  'passphrase password passwort passord lösenfras lösenord parol пароль စကားဝှက်',
  'secret hemlig hemligt welcome välkommen letmein iloveyou jagälskardig changeme default admin administrator',
  'lozinka šifra zaporka pristupnafraza tajna tajno dobrodošli dobrodošao dobrodošla volimte promenime',
  'лозинка шифра запорка приступнафраза тајна тајно добродошли добродошао добродошла волимте промениме',
  'srbija beograd crvenazvezda partizan србија београд црвеназвезда партизан',
  'парольнаяфраза секрет тайна привет добропожаловать ятебялюблю',
  'contraseña frasedecontraseña clave secreto bienvenido bienvenida teamo tequiero',
  'motdepasse phrasedepasse bienvenue jetaime عبارةالمرور كلمةالمرور كلمةالسر كلمةسر',
].flatMap((line) => line.split(' ').map(guessKey))

// Keys as they lie beside each other on keyboards, Latin and Cyrillic, and the alphabets.
const rows = [
  'qwertyuiop asdfghjkl zxcvbnm azertyuiop qsdfghjklm wxcvbn йцукенгшщзхъ фывапролджэ ячсмитьбю',
  'qwertzuiop yxcvbnm љњертзуиопшђ асдфгхјклчћж ѕџцвбнм абвгдђежзијклљмнњопрстћуфхцчџш',
  '12345678901 1qaz2wsx3edc4rfv5tgb6yhn7ujm abcdefghijklmnopqrstuvwxyz абвгдежзийклмнопрстуфхцчшщъыьэюя',
].flatMap((line) => line.split(' ').map(guessKey))

const onward = new Set(
  rows.flatMap((row) => [...row].slice(1).map((sign, i) => [...row][i] + sign)),
)
const isStep = {
  onward: (from: string, to: string) => onward.has(from + to),
  back: (from: string, to: string) => onward.has(to + from),
}

const minOwn = 8
const shortestRun = 4
const signsForLetters: Record<string, string> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' }

/**
 * A text as guessers try it: small letters and digits alone, without accents; marks that are
 * vowels, as in Burmese, stay.
 */
export function guessKey(text: string): string {
  const small = normalizeUnicode(text, 'NFKD').toUpperCase().toLowerCase()
  const letters = normalizeUnicode(small, 'NFKD')
  return letters.replaceAll(/[\u0300-\u036f]/g, '').replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** The names as they are joined, and each longer word of them. */
function wordsOf(names: readonly string[]): string[] {
  const words = names.flatMap((name) => [
    guessKey(name),
    ...name.split(/[\s\p{P}]+/u).map(guessKey),
  ])
  return words.filter((word) => [...word].length >= shortestRun)
}

/** Takes out four or more keys that lie side by side, typed in one direction. */
function withoutRuns(text: string, isNext: (from: string, to: string) => boolean): string {
  let rest = ''
  let run: string[] = []
  for (const sign of [...text, ' ']) {
    if (!isNext(run.at(-1) ?? '', sign)) {
      rest += run.length < shortestRun ? run.join('') : ' '
      run = []
    }
    run.push(sign)
  }
  return rest
}

/** Leaves one of what stands three times or more on end, or of what the whole is made of. */
function withoutRepeats(text: string): string {
  return text.replaceAll(/(.{1,8}?)\1{2,}/gu, '$1').replace(/^(.+?)\1+$/u, '$1')
}

function ownSigns(key: string, known: string[]): number {
  let left = withoutRepeats(key)
  for (const word of known) left = left.replaceAll(word, ' ')
  left = withoutRuns(
    withoutRuns(left.replaceAll(/(?:19|20)\d\d/g, ' '), isStep.onward),
    isStep.back,
  )
  return [...withoutRepeats(left.replaceAll(' ', ''))].length
}

/**
 * Whether a passphrase is made mostly of what every guesser knows: these names, "password" and the
 * like, keys side by side, years, the same again and again. It is, where fewer than eight signs are
 * left without them.
 */
export function isGuessable(passphrase: string, names: readonly string[]): boolean {
  const key = guessKey(passphrase)
  const spelt = key.replaceAll(/[013457]/g, (digit) => signsForLetters[digit] as string)
  const guesses = [...wordsOf(names), ...firstGuesses].sort((a, b) => b.length - a.length)
  return Math.min(ownSigns(key, guesses), ownSigns(spelt, guesses)) < minOwn
}
