/**
 * The pure rules that `npm run test:mutation` changes, and the tests that must notice: by folder,
 * with paths from there. A file that moves moves here too. Only tests without a database: they run
 * again for each change.
 */
export const groups = [
  {
    folder: 'app/quizzes/types',
    rules: [
      'choice.tsx',
      'fill-in.tsx',
      'match.tsx',
      'order.tsx',
      'reflection.tsx',
      'scenario.tsx',
      'scenario-path.ts',
      'scenario-faults.ts',
      'normalize-answer.ts',
      'question-type.ts',
      'question-types.ts',
    ],
    tests: ['*.test.ts', '../chapter-quiz/quiz*.test.ts*'],
  },
  {
    folder: 'app/quizzes/chapter-quiz',
    rules: ['quiz-state.ts', 'stored-state.ts'],
    tests: ['quiz*.test.ts*', 'stored-state.test.ts'],
  },
  {
    folder: 'app/quizzes/review',
    rules: ['choose-review.ts', 'review-rating.ts', 'review-schedule.ts'],
    tests: ['choose-review.test.ts', 'review-schedule.test.ts'],
  },
  {
    folder: 'app/circles',
    rules: [
      'apply.ts',
      'limits.ts',
      'show-circle.ts',
      'totals.ts',
      '**/*-rules.ts',
      'meetings/remember.ts',
      'plan/propose-plan.ts',
      'plan/rotation.ts',
    ],
    tests: [
      'apply.test.ts',
      'limits.test.ts',
      'totals.test.ts',
      'show-circle.test.ts',
      '**/*-rules.test.ts',
      'meetings/remember.test.ts',
      'plan/propose-plan.test.ts',
      'plan/rotation.test.ts',
    ],
  },
  {
    folder: 'app/accounts',
    rules: ['roles/roles.ts', 'sessions/session-lifetime.ts'],
    tests: ['roles/roles.test.ts', 'sessions/session-lifetime.test.ts'],
  },
  { folder: 'app/personal-data', rules: ['retention.ts'], tests: ['retention.test.ts'] },
  { folder: 'app/progress', rules: ['progress.ts'], tests: ['progress.test.ts'] },
]
