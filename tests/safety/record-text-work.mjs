import { writeFileSync } from 'node:fs'

// Loaded before a program (node --import). Of the texts that hold the sender's mark, it notes the
// longest that each regular expression, the word segmenter and sorting were given, and the longest
// row of marks on a letter that `normalize` was: what the work of each grows with. It writes them
// at the end to the file that TEXT_WORK_LOG names.
const mark = process.env.TEXT_WORK_MARK
const sizes = new Map()

function note(name, text, size = text.length) {
  if (size > (sizes.get(name) ?? 0) && text.toLowerCase().includes(mark)) sizes.set(name, size)
}

/** Notes what a method works on, then lets it go on. */
function watch(owner, name, noteCall) {
  const before = owner[name]
  owner[name] = function (...args) {
    noteCall(this, args)
    return before.apply(this, args)
  }
}

const isMark = /^\p{M}$/u
const { test } = RegExp.prototype
function longestRow(text) {
  let [row, longest] = [0, 0]
  for (const sign of text) {
    row = test.call(isMark, sign) ? row + 1 : 0
    longest = Math.max(longest, row)
  }
  return longest
}
const strings = (list) => list.filter((one) => typeof one === 'string').join(' ')

for (const name of ['test', 'exec', 'match', 'matchAll', 'replace', 'search', 'split'])
  watch(RegExp.prototype, Symbol[name] ?? name, (expression, [text]) => {
    if (typeof text === 'string') note(String(expression), text)
  })
watch(String.prototype, 'normalize', (text) => note('normalize', String(text), longestRow(text)))
watch(Intl.Segmenter.prototype, 'segment', (_, [text]) => note('segment', text))
for (const name of ['sort', 'toSorted'])
  watch(Array.prototype, name, (list) => note('sort', strings([...list])))

process.on('exit', () => writeFileSync(process.env.TEXT_WORK_LOG, JSON.stringify([...sizes])))
