/** How pages can look, by what is chosen: the first of each is how they come. */
export const readingOptions = {
  size: ['usual', 'large', 'largest'],
  letters: ['serif', 'sans'],
  light: ['device', 'light', 'dark'],
  spacing: ['usual', 'wide'],
  pictures: ['yes', 'no'],
} as const

/** What somebody can choose about how pages look. */
export type ReadingOption = keyof typeof readingOptions

/** How somebody wants pages to look. */
export type ReadingChoices = { [K in ReadingOption]: (typeof readingOptions)[K][number] }

const options = Object.entries(readingOptions) as [ReadingOption, readonly string[]][]

/** The choices that a stored text stands for. What it does not say, or says wrongly, is as pages come. */
export function readChoices(stored: string | null): ReadingChoices {
  const words = (stored ?? '').split(' ')
  return Object.fromEntries(
    options.map(([option, values]) => [
      option,
      values.find((value) => words.includes(`${option}-${value}`)) ?? values[0],
    ]),
  ) as ReadingChoices
}

/**
 * Choices as they are stored, and as the classes of a page: "size-large letters-sans". Null where
 * pages are to look as they come, so that nothing is stored of those who choose nothing.
 */
export function writeChoices(choices: ReadingChoices): string | null {
  const words = options.flatMap(([option, values]) =>
    choices[option] === values[0] ? [] : `${option}-${choices[option]}`,
  )
  return words.length > 0 ? words.join(' ') : null
}
