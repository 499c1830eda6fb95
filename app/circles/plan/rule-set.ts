import { z } from 'zod'

const most = (highest: number) =>
  z
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(highest, `must be ${highest} at most`)

/**
 * What an organisation asks of a study circle, written by a host in a file of YAML or JSON
 * (docs/hosting.md).
 */
export const ruleSetSchema = z.strictObject({
  /** Whose rules these are: it stands beside the check. */
  source: z.string().trim().min(1, 'must not be empty').max(120, 'must be 120 characters at most'),
  people: z.strictObject({ least: most(24), most: most(24) }),
  /** Meetings that were held or are planned. */
  meetings: most(40),
  studyHours: most(200),
  hoursInOneMeeting: most(8),
  meetingsInOneWeek: most(7),
  presentEachTime: most(24),
  /** Everyone was at one of so many first meetings. */
  firstSeenBy: most(40),
})

/** What an organisation asks of a study circle. */
export type RuleSet = z.infer<typeof ruleSetSchema>

/**
 * The practice of the Swedish study associations, as ABF and Studiefrämjandet write it for their
 * leaders: a study hour is 45 minutes, the leader counts as one of the people.
 */
export const swedishPractice: RuleSet = {
  source: 'ABF, Studiefrämjandet',
  people: { least: 3, most: 20 },
  meetings: 3,
  studyHours: 9,
  hoursInOneMeeting: 4,
  meetingsInOneWeek: 3,
  presentEachTime: 3,
  firstSeenBy: 3,
}
