import { useTexts } from '../i18n/use-texts.ts'
import { Choices } from '../ui/form.tsx'

/** Asks someone who erases their account what becomes of their published comments. */
export function ErasingChoice({ published, chosen }: { published: number; chosen: string }) {
  const { t } = useTexts()
  return (
    <Choices
      name="published"
      label={t('comments:erasing.ask', { count: published })}
      seenBy={t('comments:erasing.seenBy')}
      options={[
        { value: 'remove', label: t('comments:erasing.remove') },
        {
          value: 'keep-without-name',
          label: t('comments:erasing.keep'),
          hint: t('comments:erasing.keepHint'),
        },
      ]}
      chosen={chosen}
    />
  )
}
