/**
 * In which steps counts are told. To see one person come or answer, one would have to know of all
 * the others in a step (docs/decisions/088).
 */
export const countSteps = { learners: 20, answers: 100, circles: 5, waiting: 5 } as const
