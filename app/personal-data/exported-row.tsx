import { useTexts } from '../i18n/use-texts.ts'
import type { ExportedValue } from './export-learner.server.ts'

/** One stored row in words: each column's name and its value, or why the value is not shown. */
export function ExportedRow({
  columns,
  row,
}: {
  columns: Record<string, string>
  row: Record<string, ExportedValue>
}) {
  const { t } = useTexts()
  const text = (key: string) => t(key as 'accounts:column.id')
  const valueText = (value: ExportedValue) => {
    if (value === null) return t('accounts:exportEmpty')
    if (typeof value === 'boolean') return t(value ? 'accounts:exportYes' : 'accounts:exportNo')
    if (typeof value === 'object') return text(value.withheld)
    // What is stored is shown as it is: a browser that translates the page leaves it.
    return <bdi translate="no">{String(value)}</bdi>
  }
  return (
    <li>
      {Object.entries(columns).map(([name, label]) => (
        <div key={name}>
          {text(label)}: <span className="stored">{valueText(row[name] ?? null)}</span>
        </div>
      ))}
    </li>
  )
}
