import { Fragment } from 'react'

// A character that no text has (Unicode, private use).
const mark = '\uE000'

/** A name that people chose in a circle. A browser that translates the page leaves it as it is. */
export function Name({ children }: { children: string }) {
  return <bdi translate="no">{children}</bdi>
}

/** A sentence with a name in it, which a browser that translates the page leaves as it is. */
export function NamedText({ name, say }: { name: string; say(name: string): string }) {
  return say(mark)
    .split(mark)
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change their places.
      <Fragment key={index}>
        {index > 0 && <Name>{name}</Name>}
        {part}
      </Fragment>
    ))
}
