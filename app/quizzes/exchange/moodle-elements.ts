const common = [
  'name',
  'questiontext',
  'generalfeedback',
  'defaultgrade',
  'penalty',
  'hidden',
  'idnumber',
  'hint',
  'tags',
  'coursetags',
]
const combined = [
  'correctfeedback',
  'partiallycorrectfeedback',
  'incorrectfeedback',
  'shownumcorrect',
  'correctresponsesfeedback',
]
const pictures = ['image', 'image_base64']
const units = ['units', 'unitgradingtype', 'unitpenalty', 'showunits', 'unitsleft']

/**
 * The elements of each of Moodle's types that are read here, or that say nothing which a course
 * would lose.
 */
export const knownElements: Record<string, ReadonlySet<string>> = Object.fromEntries(
  Object.entries({
    multichoice: [
      'single',
      'shuffleanswers',
      'answernumbering',
      'showstandardinstruction',
      'answer',
      ...combined,
    ],
    truefalse: ['answer', 'showstandardinstruction'],
    matching: ['shuffleanswers', 'subquestion', ...combined],
    shortanswer: ['usecase', 'answer'],
    numerical: ['answer', ...units],
    essay: [
      'responseformat',
      'responserequired',
      'responsefieldlines',
      'graderinfo',
      'responsetemplate',
    ],
    ordering: [
      'layouttype',
      'selecttype',
      'selectcount',
      'logical',
      'studentsee',
      'gradingtype',
      'showgrading',
      'numberingstyle',
      'answer',
      ...combined,
    ],
    cloze: [],
    description: [],
  }).map(([type, names]) => [type, new Set([...common, ...pictures, ...names])]),
)

/** Moodle's own other names for two of its types. */
export const typeNames: Record<string, string> = { match: 'matching', multianswer: 'cloze' }
