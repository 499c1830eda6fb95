import { availableParallelism, cpus } from 'node:os'
import { measureAnswers } from './measure-answers.mjs'
import { measureCourses } from './measure-courses.mjs'
import { measureErasing } from './measure-erasing.mjs'
import { measureMemory } from './measure-memory.mjs'
import { measureNetwork } from './measure-network.mjs'
import { measureProcesses } from './measure-processes.mjs'
import { measureRequests } from './measure-requests.mjs'
import { measureReviews } from './measure-reviews.mjs'
import { budgetTable } from './table.mjs'

/** What is measured, by the name that `npm run bench -- --only NAME` knows it by. */
export const sections = {
  requests: measureRequests,
  network: measureNetwork,
  reviews: measureReviews,
  answers: measureAnswers,
  memory: measureMemory,
  courses: measureCourses,
  erasing: measureErasing,
  processes: measureProcesses,
}

/**
 * Measures the sections, every one unless some are named, and prints their tables. Returns how many
 * budgets were missed.
 * @param {readonly (keyof typeof sections)[]} names
 * @returns {Promise<number>}
 */
export async function measureAll(names) {
  const table = budgetTable()
  const model = cpus()[0]?.model ?? 'unknown processor'
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores (${model}). Only the ratios can be compared between machines.\n`,
  )
  for (const name of names) await sections[name](table)
  console.log(
    table.missed() === 0 ? 'Every budget is met.' : `${table.missed()} budgets are missed.`,
  )
  return table.missed()
}
