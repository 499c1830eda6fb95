import { describe, expect, test } from 'vitest'
import { readGroupWork } from './group-work.ts'
import { readMarkup } from './parse-chapter.ts'

const read = (text: string) => readGroupWork(readMarkup(text, 'en.mdx').markup!.tree)

describe('what a chapter gives a group to do', () => {
  test('is read as plain text: questions, the exercise with its steps and minutes, the task', () => {
    expect(
      read(`Some text.

<TalkAboutIt>
1. What would you *miss*?
2. Who does
   too much?
</TalkAboutIt>

<GroupExercise title="A year on one sheet" minutes="40" materials="A sheet, or twelve beans">
Sit in a ring.

1. Draw a circle. (5 minutes)
2. Mark the <Term id="annual-meeting">annual meeting</Term>.
</GroupExercise>

<BranchTask title="Who does what?">
Make a table.

Ask one person.
</BranchTask>
`),
    ).toEqual({
      talk: ['What would you miss?', 'Who does too much?'],
      exercise: {
        title: 'A year on one sheet',
        minutes: 40,
        materials: 'A sheet, or twelve beans',
        steps: ['Sit in a ring.', 'Draw a circle. (5 minutes)', 'Mark the annual meeting.'],
      },
      branchTask: { title: 'Who does what?', text: 'Make a table. Ask one person.' },
    })
  })

  test('may be nothing', () => {
    expect(read('Some text.')).toEqual({ talk: [], exercise: null, branchTask: null })
  })
})
