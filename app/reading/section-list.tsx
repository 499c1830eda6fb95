/** The sections of a chapter and what stands after them, each a way to it. */
export function SectionList({
  sections,
  after,
  lang,
}: {
  sections: { id: string; title: string }[]
  after: [string, string][]
  lang: { lang?: string; dir?: string }
}) {
  return (
    <ol>
      {sections.map(({ id, title }) => (
        <li key={id}>
          <a href={`#${id}`} {...lang}>
            {title}
          </a>
        </li>
      ))}
      {after.map(([id, title]) => (
        <li key={id} className="after">
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ol>
  )
}
