import { type Guide, type stepKinds, studyHour } from '../../courses/model/guide.ts'

/** A step of a meeting, from so many minutes after its beginning. */
export interface RunStep {
  kind: (typeof stepKinds)[number] | 'text' | 'talk'
  from: number
  minutes: number
  /** The chapter that it belongs to. */
  chapter: string | null
  /** The guide's words; null where the sheet has its own for the kind. */
  words: { step: string; how: string } | null
}

/** A chapter as a meeting needs it. One without a guide is read and its exercise done. */
export interface SheetChapter {
  slug: string
  minutes: number
  exerciseMinutes: number
  guide: Pick<Guide, 'plan'> | null
}

/** The steps of a meeting, and those of the guides for which it is too short. */
export interface RunSheet {
  steps: RunStep[]
  leftOut: Pick<RunStep, 'kind' | 'chapter' | 'words'>[]
}

type Step = Omit<RunStep, 'from'>

const frameMinutes = { welcome: 20, 'work-plan': 25, remember: 10, next: 10 } as const
const minText = 10
const minExercise = 15

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
const minutesOf = (steps: readonly Step[]) => sum(steps.map(({ minutes }) => minutes))

function stepsOf({ slug, minutes, exerciseMinutes, guide }: SheetChapter): Step[] {
  if (guide)
    return guide.plan.map(({ kind, minutes, step, how }) => ({
      kind: kind ?? 'text',
      minutes,
      chapter: slug,
      words: { step, how },
    }))
  const own: Step[] = [
    { kind: 'text', minutes, chapter: slug, words: null },
    { kind: 'exercise', minutes: exerciseMinutes, chapter: slug, words: null },
  ]
  return own.filter((step) => step.minutes > 0)
}

function frameStep(
  kind: keyof typeof frameMinutes,
  steps: readonly Step[],
  from: SheetChapter | undefined,
): Step {
  const own = steps.find((step) => step.kind === kind && step.chapter === from?.slug)
  return own ?? { kind, minutes: frameMinutes[kind], chapter: null, words: null }
}

/**
 * Shares minutes out by weight, five at a time, each step with its least at the least. What cannot
 * be parted by five goes with the last five.
 */
function share(minutes: number, steps: Step[], min: (step: Step) => number): Step[] {
  const shares = steps.map(min)
  for (let rest = minutes - sum(shares); rest > 0; ) {
    const part = rest >= 10 ? 5 : rest
    const wants = steps.map((step, index) => step.minutes / ((shares[index] as number) || 1))
    const neediest = wants.indexOf(Math.max(...wants))
    shares[neediest] = (shares[neediest] as number) + part
    rest -= part
  }
  return steps.map((step, index) => ({ ...step, minutes: shares[index] as number }))
}

const isExercise = ({ kind }: Step) => kind === 'exercise'
const min = (step: Step) => (isExercise(step) ? step.minutes : Math.min(minText, step.minutes))

/**
 * What to leave out next: the shortest text of a chapter that has others, then the last exercise
 * but one; null where one of each is left.
 */
function nextToDrop(steps: Step[]): Step | null {
  const texts = steps.filter((step) => !isExercise(step))
  const hasOthers = (step: Step) =>
    texts.filter(({ chapter }) => chapter === step.chapter).length > 1
  const [shortest] = texts
    .filter(hasOthers)
    .reverse()
    .sort((a, b) => a.minutes - b.minutes)
  if (shortest) return shortest
  const exercises = steps.filter(isExercise)
  return exercises.length > 1 ? (exercises.at(-1) as Step) : null
}

/**
 * Fits the work with the text and the exercises into the minutes that there are. An exercise keeps
 * its minutes as long as it can.
 */
function fitInto(room: number, body: Step[]): { kept: Step[]; dropped: Set<Step> } {
  let steps = body
  const dropped = new Set<Step>()
  const drop = (step: Step) => {
    dropped.add(step)
    steps = steps.filter((one) => one !== step)
  }
  while (sum(steps.map(min)) > room) {
    const missed = nextToDrop(steps)
    if (missed) {
      drop(missed)
      continue
    }
    const exercise = steps.find(isExercise)
    const texts = steps.filter((step) => !isExercise(step))
    const left = room - sum(texts.map(min))
    if (exercise && left >= Math.min(minExercise, exercise.minutes))
      steps = steps.map((step) => (step === exercise ? { ...step, minutes: left } : step))
    else if (texts.length > 0 && steps.length > 1) drop(texts.at(-1) as Step)
    else steps = steps.map((step) => ({ ...step, minutes: room }))
  }
  const texts = steps.filter((step) => !isExercise(step))
  const growing = texts.length > 0 ? texts : steps
  const rest = room - minutesOf(steps.filter((step) => !growing.includes(step)))
  const shared = share(rest, growing, min)
  return { kept: steps.map((step) => shared[growing.indexOf(step)] ?? step), dropped }
}

function withTimes(steps: Step[]): RunStep[] {
  let from = 0
  return steps.map((step) => {
    const timed = { ...step, from }
    from += step.minutes
    return timed
  })
}

/**
 * A meeting's steps; their minutes fill its study hours exactly. The first meeting begins with
 * getting to know each other and the work plan, every later one with "what do we remember?"; all
 * end with who leads next. Between them are the guides' steps, as they are where they fit. In a
 * longer meeting the texts get more time. In a shorter one the texts are shortened, to ten minutes
 * at the least, then the shortest texts are left out, then exercises but one, and only then that
 * exercise is shortened.
 */
export function writeRunSheet({
  hours,
  isFirst,
  chapters,
}: {
  hours: number
  isFirst: boolean
  chapters: SheetChapter[]
}): RunSheet {
  const total = hours * studyHour
  const all = chapters.flatMap(stepsOf)
  const opening = isFirst
    ? [frameStep('welcome', all, chapters[0]), frameStep('work-plan', all, chapters[0])]
    : [frameStep('remember', all, chapters[0])]
  const closing = [frameStep('next', all, chapters.at(-1))]
  const work = all.filter(({ kind }) => kind === 'text' || kind === 'exercise')
  const room = total - minutesOf([...opening, ...closing])
  const body: Step[] =
    work.length > 0 ? work : [{ kind: 'talk', minutes: room, chapter: null, words: null }]
  const { kept, dropped } =
    room >= minExercise ? fitInto(room, body) : { kept: [], dropped: new Set(work) }
  const frame =
    kept.length > 0 ? [...opening, ...closing] : share(total, [...opening, ...closing], () => 5)
  return {
    steps: withTimes([...frame.slice(0, opening.length), ...kept, ...frame.slice(opening.length)]),
    leftOut: work
      .filter((step) => dropped.has(step))
      .map(({ kind, chapter, words }) => ({ kind, chapter, words })),
  }
}
