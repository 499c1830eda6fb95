import { useTexts } from '../../i18n/use-texts.ts'
import { FallbackNotice, markedIn } from '../view/fallback.tsx'
import { ToolBlocks } from './tool-blocks.tsx'
import type { ListedTool, ToolPage } from './tool-page.server.ts'

/** The tools of a chapter, each with what it is for. */
export function ToolList({ tools }: { tools: ListedTool[] }) {
  return (
    <ul className="tool-list">
      {tools.map(({ title, summary, address, lang }) => (
        <li key={address} {...markedIn(lang)}>
          <a href={address}>{title}</a> <span className="quiet">{summary}</span>
        </li>
      ))}
    </ul>
  )
}

/** The tools of the chapter that is being read, at its end; nothing where it has none. */
export function ChapterTools({ tools }: { tools: ListedTool[] }) {
  const { t } = useTexts()
  if (tools.length === 0) return null
  return (
    <section className="tools" aria-labelledby="tools">
      <h2 id="tools">{t('tools:ofChapter')}</h2>
      <ToolList tools={tools} />
    </section>
  )
}

function Downloads({ page }: { page: ToolPage }) {
  const { t } = useTexts()
  return (
    <section className="on-screen" aria-labelledby="download">
      <h2 id="download">{t('tools:download')}</h2>
      <ul>
        <li>
          <a href={`${page.address}.docx`}>{t('tools:downloadBlank')}</a>
        </li>
        <li>
          <a href={`${page.address}/example.docx`}>{t('tools:downloadFilled')}</a>
        </li>
        {page.isCalculated && (
          <li>
            <a href={`${page.address}.xlsx`}>{t('tools:downloadSheet')}</a>
          </li>
        )}
      </ul>
      <p className="quiet">{t('tools:downloadRisk')}</p>
    </section>
  )
}

/** A tool: its sheet, which alone is printed, and around it what one needs to know to use it. */
export function ToolView({ page, isFilled }: { page: ToolPage; isFilled: boolean }) {
  const { t, i18n } = useTexts()
  const { text, lang, address, toolboxAddress, chapter } = page
  const marked = markedIn(lang)
  const sheet = { isFilled, lang: text.lang, calculations: page.calculations, address }
  return (
    <article className="sheet-page prose tool">
      <p className="kicker on-screen">
        <a href={toolboxAddress}>{t('tools:toolbox')}</a>
        {chapter && (
          <>
            {' · '}
            <a href={chapter.address}>
              {t('tools:belongsTo', { number: chapter.number, title: chapter.title })}
            </a>
          </>
        )}
      </p>
      <FallbackNotice lang={lang} />
      <div>
        <h1 {...marked}>{text.title}</h1>
        <p className="lead on-screen" {...marked}>
          {text.summary}
        </p>
        {text.state === 'draft' && !lang && (
          <p className="notice on-screen">{t('courses:draftTranslation')}</p>
        )}
        <nav className="views on-screen" aria-label={t('tools:views')}>
          <a href={address} aria-current={isFilled ? undefined : 'page'}>
            {t('tools:viewBlank')}
          </a>
          <a href={`${address}?view=example`} aria-current={isFilled ? 'page' : undefined}>
            {t('tools:viewFilled')}
          </a>
        </nav>
        {isFilled && <p className="notice">{t('tools:filledNote')}</p>}
        <div className="tool-sheet" {...marked}>
          <ToolBlocks blocks={text.blocks} sheet={sheet} />
          <p className="tool-foot">
            <strong lang={i18n.language}>{t('tools:seenBy')}</strong> {text.seenBy}{' '}
            <strong lang={i18n.language}>{t('tools:destroy')}</strong> {text.destroy}
          </p>
        </div>
        <section className="on-screen" aria-labelledby="without-paper">
          <h2 id="without-paper">{t('tools:withoutPaper')}</h2>
          <div {...marked}>
            <ToolBlocks blocks={text.withoutPaper} sheet={sheet} />
          </div>
        </section>
      </div>
      <Downloads page={page} />
      <p className="quiet on-screen">{t('tools:printed', { count: page.sheets })}</p>
    </article>
  )
}
