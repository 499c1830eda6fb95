import { markedAs } from './writing-languages.ts'

/** What somebody has written, as text and nothing else, marked with its language and direction. */
export function CommentText({ text, language }: { text: string; language: string }) {
  return (
    <div className="told-text" {...markedAs(language)}>
      {text.split('\n').map((paragraph, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes on the page, and two paragraphs may be alike.
        <p key={i}>{paragraph}</p>
      ))}
    </div>
  )
}
