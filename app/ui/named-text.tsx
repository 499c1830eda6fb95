import { Fragment, type ReactNode } from 'react'
import { formatList } from '../i18n/format-list.ts'
import { useTexts } from '../i18n/use-texts.ts'

// A character that no text has (Unicode, private use).
const mark = '\uE000'

/** A name that somebody chose. A browser that translates the page leaves it as it is. */
export function Name({ children }: { children: string }) {
  return <bdi translate="no">{children}</bdi>
}

/** A sentence with something in it that is more than text, or with several, as a list of them. */
export function FilledText({
  parts,
  say,
}: {
  parts: readonly ReactNode[]
  say(parts: string): string
}) {
  const { i18n } = useTexts()
  const marks = formatList(
    parts.map(() => mark),
    i18n.language,
  )
  return say(marks)
    .split(mark)
    .map((text, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change their places.
      <Fragment key={index}>
        {index > 0 && parts[(index - 1) % parts.length]}
        {text}
      </Fragment>
    ))
}

/**
 * A sentence with a name in it, or with several. A browser that translates the page leaves them as
 * they are.
 */
export function NamedText({
  name,
  say,
}: {
  name: string | readonly string[]
  say(names: string): string
}) {
  const parts = [name].flat().map((one) => <Name key={one}>{one}</Name>)
  return <FilledText parts={parts} say={say} />
}
