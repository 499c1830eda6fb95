/**
 * What a page's article begins with, and what stands at the head of each of its printed sheets; a
 * screen does not show it. On paper the article is a table, since browsers repeat only a table's
 * head.
 */
export function RunningHead({ children }: { children: string }) {
  return (
    <div className="running-head" aria-hidden="true">
      <p>{children}</p>
    </div>
  )
}
