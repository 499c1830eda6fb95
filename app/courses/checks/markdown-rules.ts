/** What a text has that Markdown makes nothing of, and what its author is told. */
type MarkdownRule = [form: RegExp, message: string]

/** A note at the foot of the page. */
export const footnote: MarkdownRule = [
  /\[\^[^\]\s]+\]|\^\[/,
  'Footnotes are not supported. Say it in the text, or put the source into <Sources>.',
]

/**
 * Marks that are left in a text when Markdown, as a chapter has it, makes nothing of them: they
 * would be shown as they stand.
 */
export const leftInText: MarkdownRule[] = [
  footnote,
  [/~~/, 'Text between ~~ is not struck out: a chapter has only **bold** and *italic*.'],
  [
    /(?<!~)~[^\s~]+~(?!~)|(?<![\p{L}\p{N}~])~[^\s~][^~\n]*[^\s~]~(?![\p{L}\p{N}~])/u,
    'Text between ~ is neither struck out nor lowered: write it in words, or with signs such as ₂.',
  ],
  [
    /\b(?:https?|s?ftps?|file):\/\/|\bwww\.\w/,
    'A web address in the text is no link. Put it in <Sources>, as the `url` of a <Source>.',
  ],
  [
    /[\p{L}\p{N}]@[\p{L}\p{N}-]+\.\p{L}|\bmailto:\S/u,
    'A mail address in the text is no link, and will not stay true. Name the organisation, or put a page of its own in <Sources>.',
  ],
  [
    /(?<!\S):[a-z][a-z\d_]+:(?!\S)/,
    'A name between : is no picture of a face: type the sign itself, or leave it out.',
  ],
  [
    /\*\*|(?<!_)__(?!_)/,
    'The marks of bold text are shown as they stand: ** begins right before a word and ends right behind one.',
  ],
  [
    /(?<![\p{L}\p{N}*])\*(?=\p{L})/u,
    'A * is shown as it stands: *italic* text ends with another one, right behind a word.',
  ],
  [
    /\[\[|\]\[|\]\(|\]\s+\((#|\.\.\/)/,
    'This link is not understood. Write [words](#a-section) or [words](../another-chapter), without spaces between.',
  ],
  [
    /==\S[^=]*==|\^\S[^^\s]*\^/,
    'Marked, raised and lowered text is not supported: write it in words, or with signs such as ² and ₂.',
  ],
  [
    /\$\$|\[\/?tex\]|\\[a-z]{3,}|\$[^$\n]*[\\^_][^$\n]*\$/,
    'Formulas are not supported: write them in words, or with signs such as × and ².',
  ],
  [/&[a-z]\w*;/i, 'This is no sign that HTML knows. Type the sign itself.'],
]

const hardSpace = '[\\u00a0\\u2000-\\u200a\\u202f\\u3000]'

/** What a line of a paragraph begins with when its author meant something else than a paragraph. */
export const lineBeginnings: MarkdownRule[] = [
  [
    new RegExp(`^#{1,6}(${hardSpace}|[^\\s#{])`, 'u'),
    'A heading needs an ordinary space behind its #: ## Title {#like-this}',
  ],
  [
    new RegExp(`^([-*+]|\\d{1,3}[.)])${hardSpace}`, 'u'),
    'An item of a list needs an ordinary space behind its mark: delete the hard one and type it again.',
  ],
  [/^[•‣◦▪●○∙]/u, 'A list begins each item with "- " or "1. ": this mark is shown as it stands.'],
  [
    /^\|.*\|\s*$/,
    'This table is not understood: under its first row stands |---|---|, with as many columns as that row.',
  ],
  [/^:::/, 'Blocks between ::: are not supported. docs/authoring.md lists the components.'],
  [/^\[[ xX]?\](\s|$)/, 'Lists to tick off are not supported: leave out [ ].'],
  [
    /^\\?\[![a-z]+\]|^(!!!|\?\?\?)\+? *[a-z]/i,
    'Boxes such as [!NOTE] are not supported: say it in a paragraph, or in a quotation with > alone.',
  ],
  [/^\[_?toc_?\]\s*$/i, 'The page lists its sections by itself: leave out [TOC].'],
  [
    /^\*\[[^\]]+\]:/,
    'Abbreviations are not explained like this: use <Term>, and put the word in the glossary.',
  ],
  [
    /^(\\?---|\+\+\+)\s*$/,
    'This line is shown as it stands. Front matter is the first thing in a file, between two lines of ---.',
  ],
]
/** The same of any line but its first one. */
export const laterBeginnings: MarkdownRule[] = [
  [
    /^[:~]\s+\S/,
    'Lists of words and what they mean are not supported: write "- **word**: what it means", ' +
      'or use <Term>. Where : only ends a line that was broken, move it up.',
  ],
]
/** The same of its first line alone: later, they can be part of a sentence that goes on. */
export const firstBeginnings: MarkdownRule[] = [
  [
    /^([-+]|\d{1,3}[.)])\p{L}/u,
    'An item of a list needs a space behind its mark: "- item", "1. item".',
  ],
  [
    /^\S.*\|.*\n[\s:|-]*-[\s:|-]*$/m,
    'This table is not understood: |---|---| has as many columns as the row above it.',
  ],
]
