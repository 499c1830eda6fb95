import type { QuestionDocument } from '../../courses/model/chapter.ts'

const placed = <T,>(items: readonly T[]) => items.map((item, at) => ({ at, item }))

/**
 * A document of the invented branch that a question works on. Rows of several cells are a table
 * with its first row as the head; a row of one cell is a line of text.
 */
export function DocumentView({ document: { title, rows } }: { document: QuestionDocument }) {
  const [head = [], ...body] = rows.filter((cells) => cells.length > 1)
  const lines = rows.filter((cells) => cells.length === 1).map(([line = '']) => line)
  return (
    <figure className="facsimile">
      <figcaption>{title}</figcaption>
      {placed(lines).map(({ at, item }) => (
        <p key={at}>{item}</p>
      ))}
      {head.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen must be scrolled with keys too (WCAG 2.1.1).
        <div className="wide" role="region" aria-label={title} tabIndex={0}>
          <table>
            <thead>
              <tr>
                {placed(head).map(({ at, item }) => (
                  <th key={at} scope="col">
                    {item}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {placed(body).map(({ at, item }) => (
                <tr key={at}>
                  {placed(item).map(({ at: column, item: cell }) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </figure>
  )
}

/** A document without markup, a line each, its title first. */
export function documentLines({ title, rows }: QuestionDocument): string[] {
  return [title, ...rows.map((cells) => cells.join(' | '))]
}
