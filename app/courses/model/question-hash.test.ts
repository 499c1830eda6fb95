import { describe, expect, test } from 'vitest'
import { readMarkup } from '../parse/parse-chapter.ts'
import type { WrittenQuestion } from './chapter.ts'
import { contentHash, keyHash } from './question-hash.ts'

const written = `<Quiz>
<Question id="gap" type="fill-in" see="s">
How many?
<Blank id="n" reason="So it is.">It takes ___ people.<Accept>three</Accept><Accept>3</Accept><Wrong reason="Too few.">two</Wrong></Blank>
<Hint>More than two.</Hint>
</Question>
<Question id="story" type="scenario" see="s">
What now?
<Step id="door">It rings.<Choice to="in" reason="Kind.">Open.</Choice><Choice to="out" reason="Unkind.">Wait.</Choice></Step>
<End id="in" good reason="Tea.">They come in.</End>
<End id="out" bad reason="No tea.">They leave.</End>
</Question>
<Question id="row" type="order" see="s">
In which order?
<Item id="one" reason="So.">One</Item>
<Item id="two" reason="So.">Two</Item>
<Item id="three" reason="So.">Three</Item>
</Question>
<Question id="own" type="reflection" see="s">
What do you think?
<Model>One thought.</Model>
<Point id="a">This</Point>
<Point id="b">That</Point>
</Question>
</Quiz>`
const questionIn = (text: string, id: string) =>
  readMarkup(text, 'en.mdx').markup?.questions.find((one) => one.id === id) as WrittenQuestion

/** What a change does to a question's hashes: nothing, its words, or its key. */
function effect(id: string, from: string, to: string) {
  expect(written).toContain(from)
  const [before, after] = [questionIn(written, id), questionIn(written.replace(from, to), id)]
  if (keyHash(before) !== keyHash(after)) return 'key'
  return contentHash(before) === contentHash(after) ? 'nothing' : 'words'
}

describe('a question is another question', () => {
  test.each([
    ['nothing', 'gap', 'a better reason', 'So it is.', 'So it always was.'],
    ['nothing', 'gap', 'a wrong answer that is foreseen', '>two<', '>four<'],
    ['nothing', 'gap', 'a better hint', 'More than two.', 'Fewer than four.'],
    ['nothing', 'story', 'the reason of a choice', 'Unkind.', 'Cold.'],
    ['nothing', 'own', 'a better model answer', 'One thought.', 'Another thought.'],
    ['words', 'gap', 'another accepted answer', '>three<', '>the three<'],
    ['words', 'gap', 'another sentence around the gap', 'It takes', 'It needs'],
    ['words', 'story', 'what a choice says', 'Wait.', 'Wait a little.'],
    ['words', 'story', 'what an end says', 'They leave.', 'They go.'],
    ['words', 'own', 'what a point says', '>This<', '>This one<'],
    [
      'words',
      'story',
      'the order of choices',
      '<Choice to="in" reason="Kind.">Open.</Choice><Choice to="out" reason="Unkind.">Wait.</Choice>',
      '<Choice to="out" reason="Unkind.">Wait.</Choice><Choice to="in" reason="Kind.">Open.</Choice>',
    ],
    [
      'words',
      'own',
      'the order of points',
      '<Point id="a">This</Point>\n<Point id="b">That</Point>',
      '<Point id="b">That</Point>\n<Point id="a">This</Point>',
    ],
    [
      'key',
      'row',
      'the order of what is to be put in order',
      '<Item id="one" reason="So.">One</Item>\n<Item id="two" reason="So.">Two</Item>',
      '<Item id="two" reason="So.">Two</Item>\n<Item id="one" reason="So.">One</Item>',
    ],
    ['key', 'gap', 'the id of a gap', 'id="n"', 'id="m"'],
    ['key', 'story', 'where a choice leads', 'to="in"', 'to="back"'],
    ['key', 'story', 'which end is good', '"in" good', '"in" bad'],
    ['key', 'own', 'the id of a point', 'id="a"', 'id="c"'],
  ])('%s changes in %s with %s', (changed, id, _, from, to) => {
    expect(effect(id, from, to)).toBe(changed)
  })
})
