import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { i18nFor } from '../../i18n/i18n.ts'
import { languages } from '../../i18n/languages.ts'
import { ReadAloud } from './run-step.tsx'

test.each([
  ['one finger', false],
  ['several fingers', true],
])('a question that is answered with %s says so to the person who reads it aloud', (_, takesSeveral) => {
  const question = {
    chapter: 'members',
    title: 'Members',
    id: 'who',
    prompt: 'Who is counted?',
    takesSeveral,
    options: [],
  }
  const html = renderToStaticMarkup(
    <I18nextProvider i18n={i18nFor(languages[0]!)}>
      <ReadAloud question={question} />
    </I18nextProvider>,
  )
  expect(html.includes('More than one answer can be right.')).toBe(takesSeveral)
})
