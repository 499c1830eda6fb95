import type { Language } from '../../i18n/languages.ts'
import { langAttribute } from '../../i18n/locale.ts'
import { hashSource } from '../../safety/security-headers.ts'
import { escapeText } from '../place-links.ts'

/** What every HTML page has that is carried away. */
interface CarriedPage {
  title: string
  language: Pick<Language, 'tag' | 'dir'>
  body: string
}

/** What an HTML page of a package of several files holds. */
export interface HtmlPage extends CarriedPage {
  /** Where the style and the script lie, as seen from the page. */
  style: string
  script: string | null
}

/** A page that is carried away, with what it may load, its style and its scripts as markup. */
function carriedPage(
  { title, language, body }: CarriedPage,
  { policy, style, scripts }: { policy: readonly string[]; style: string; scripts: string[] },
): string {
  const whole = ["default-src 'none'", ...policy, "form-action 'none'", "base-uri 'none'"]
  return `<!doctype html>
<html lang="${langAttribute(language.tag)}" dir="${language.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${whole.join('; ')}">
<title>${escapeText(title)}</title>
${style}
</head>
<body>
${[body, ...scripts].join('\n')}
</body>
</html>
`
}

/**
 * An HTML page of a package of several files. Everything lies beside the page, on a stick as well as
 * on a server: nothing is loaded from elsewhere, and nothing is sent.
 */
export function htmlPage({ style, script, ...page }: HtmlPage): string {
  return carriedPage(page, {
    policy: ['style', 'script', 'img'].map((kind) => `${kind}-src 'self' file:`),
    style: `<link rel="stylesheet" href="${style}">`,
    scripts: script ? [`<script src="${script}"></script>`] : [],
  })
}

/**
 * An HTML page that is one file: it holds its style and its script, the only ones that its policy
 * lets run, and loads nothing. `data` is markup that stands before the script.
 */
export function onePageFile({
  style,
  script = null,
  data = null,
  ...page
}: CarriedPage & { style: string; script?: string | null; data?: string | null }): string {
  return carriedPage(page, {
    policy: [
      `style-src ${hashSource(style)}`,
      ...(script === null ? [] : [`script-src ${hashSource(script)}`]),
    ],
    style: `<style>${style}</style>`,
    scripts: [
      ...(data === null ? [] : [data]),
      ...(script === null ? [] : [`<script>${script}</script>`]),
    ],
  })
}
