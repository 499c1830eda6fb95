import type { Language } from '../../i18n/languages.ts'
import { langAttribute } from '../../i18n/locale.ts'
import { escapeText } from '../place-links.ts'

/** What an HTML page of a package of several files holds. */
export interface HtmlPage {
  title: string
  language: Pick<Language, 'tag' | 'dir'>
  /** Where the style and the script lie, as seen from the page. */
  style: string
  script: string | null
  body: string
}

// Everything lies beside the page, on a stick as well as on a server: nothing is loaded from
// elsewhere, and nothing is sent.
const policy =
  "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; form-action 'none'; base-uri 'none'"

/** An HTML page of a package of several files. */
export function htmlPage({ title, language, style, script, body }: HtmlPage): string {
  return `<!doctype html>
<html lang="${langAttribute(language.tag)}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeText(title)}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
${body}
${script ? `<script src="${script}"></script>\n` : ''}</body>
</html>
`
}
