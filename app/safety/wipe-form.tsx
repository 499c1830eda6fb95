import { useTexts } from '../i18n/use-texts.ts'
import { PostForm, SubmitButton } from '../ui/form.tsx'

/**
 * The button that removes from this device all that the site can remove. It works without script;
 * with it, offline too (ui/enhance/wipe-device).
 */
export function WipeForm() {
  const { t, i18n } = useTexts()
  return (
    <PostForm action={`/${i18n.language}/wipe`} data-wipe={t('safety:wipeOffline')}>
      <SubmitButton plain>{t('safety:wipe')}</SubmitButton>
    </PostForm>
  )
}
