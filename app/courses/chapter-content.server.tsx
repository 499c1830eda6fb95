import { getMDXComponent } from 'mdx-bundler/client/index.js'
import type { ComponentType } from 'react'
import type { ChapterText } from './chapter.ts'

type Content = ComponentType<{ components: Record<string, ComponentType<never>> }>

const contents = new WeakMap<ChapterText, Content>()

/** A chapter's text as a component. Compiled MDX is evaluated here and nowhere else: on the server, once a text (docs/decisions/006). */
export function contentOf(text: ChapterText): Content {
  const content = contents.get(text) ?? (getMDXComponent(text.code) as Content)
  contents.set(text, content)
  return content
}
