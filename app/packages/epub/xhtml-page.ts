import type { Language } from '../../i18n/languages.ts'
import { langAttribute } from '../../i18n/locale.ts'
import { escapeText } from '../place-links.ts'

/** What an XHTML file of an EPUB holds. */
export interface XhtmlPage {
  title: string
  language: Pick<Language, 'tag' | 'dir'>
  body: string
}

/**
 * An XHTML file of an EPUB. The body is markup as React writes it, which is well-formed; only what
 * is drawn in it must say that it is SVG.
 */
export function xhtmlPage({ title, language, body }: XhtmlPage): string {
  const lang = langAttribute(language.tag)
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
  lang="${lang}" xml:lang="${lang}" dir="${language.dir}">
<head>
<meta charset="utf-8"/>
<title>${escapeText(title)}</title>
<link rel="stylesheet" type="text/css" href="epub.css"/>
</head>
<body>
${body}
</body>
</html>
`
}
