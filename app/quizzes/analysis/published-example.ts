/**
 * Section 6 of the Law School Admission Test: how many of 1,000 people answered five questions in
 * each of the 32 patterns of wrong and right, from 00000 to 11111. Bock & Lieberman (1970),
 * "Fitting a response model for n dichotomously scored items", Psychometrika 35, 179-197; the data
 * set LSAT of the R package ltm.
 */
const frequencies = [
  3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15, 10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173,
  11, 61, 28, 298,
]

/** Each of the 1,000 people's answers: right or not, question by question. */
export const publishedAnswers: boolean[][] = frequencies.flatMap((count, pattern) =>
  Array.from({ length: count }, () => [16, 8, 4, 2, 1].map((bit) => (pattern & bit) > 0)),
)

/**
 * What `descript(LSAT)` of ltm (Rizopoulos 2006, Journal of Statistical Software 17(5)) prints of
 * them: proportion right, and "Point Biserial correlation with Total Score", "Excluded".
 */
export const publishedStatistics = [
  { right: 0.924, discrimination: 0.1128 },
  { right: 0.709, discrimination: 0.1532 },
  { right: 0.553, discrimination: 0.1728 },
  { right: 0.763, discrimination: 0.1444 },
  { right: 0.87, discrimination: 0.1216 },
]
