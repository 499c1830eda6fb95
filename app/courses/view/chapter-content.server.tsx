import { getMDXComponent } from 'mdx-bundler/client/index.js'
import type { ComponentType } from 'react'

type Content = ComponentType<{ components: Record<string, ComponentType<never>> }>

const contents = new WeakMap<{ code: string }, Content>()

/**
 * A text as a component. Compiled MDX is evaluated here and nowhere else: on the server, once a
 * text (docs/decisions/006).
 */
export function contentOf(text: { code: string }): Content {
  const content = contents.get(text) ?? (getMDXComponent(text.code) as Content)
  contents.set(text, content)
  return content
}
