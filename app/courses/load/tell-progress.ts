const every = 2000

/**
 * Tells how far the compiling of chapters has come, as "Compiling chapters: 120 of 800": not before
 * two seconds have passed, and then every two seconds.
 */
export function tellProgress(
  say: (words: string) => void,
  now: () => number = () => performance.now(),
): (done: number, of: number) => void {
  let told = now()
  return (done, of) => {
    if (now() - told < every) return
    told = now()
    say(`Compiling chapters: ${done} of ${of}`)
  }
}
