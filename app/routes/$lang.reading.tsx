import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { storeReadingChoices } from '../accounts/reading-choices/reading-choice-store.server.ts'
import {
  readChoices,
  readingOptions,
  writeChoices,
} from '../accounts/reading-choices/reading-choices.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, seeOther } from '../platform/http-errors.ts'
import { Choices, PostForm, SeenBy, SubmitButton } from '../ui/form.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({
  size: z.enum(readingOptions.size),
  letters: z.enum(readingOptions.letters),
  light: z.enum(readingOptions.light),
  spacing: z.enum(readingOptions.spacing),
  pictures: z.enum(readingOptions.pictures),
})

/** How pages can be made to look: for a learner kept with the account, for a guest by the browser. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const learner = await context.learner()
  return {
    title: translate(language)('reading:title'),
    home: `/${language.tag}`,
    chosen: learner && readChoices(learner.readingChoices),
    isKept: learner !== null && new URL(request.url).searchParams.has('done'),
  }
}

/** Keeps what a learner has chosen. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const form = checkForm(await readForm(request), schema)
  if (form.kind === 'bad') throw httpError(400)
  await storeReadingChoices(learnerId, writeChoices(form.value))
  throw seeOther(`/${language.tag}/reading?done`)
}

export default function Reading() {
  const { t } = useTexts()
  const { title, home, chosen, isKept } = useLoaderData<typeof loader>()
  const field = { seenBy: { id: 'choices-seen' } }
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      {isKept && (
        <p>
          <output>{t('reading:kept')}</output>
        </p>
      )}
      <p className="lead">{t('reading:lead')}</p>
      {chosen ? (
        <PostForm action={`${home}/reading`}>
          <SeenBy id={field.seenBy.id}>{t('reading:seenBy')}</SeenBy>
          <Choices
            {...field}
            name="size"
            label={t('reading:size')}
            chosen={chosen.size}
            options={[
              { value: 'usual', label: t('reading:usual') },
              { value: 'large', label: t('reading:large') },
              { value: 'largest', label: t('reading:largest') },
            ]}
          />
          <Choices
            {...field}
            name="letters"
            label={t('reading:letters')}
            chosen={chosen.letters}
            options={[
              { value: 'serif', label: t('reading:serif') },
              { value: 'sans', label: t('reading:sans') },
            ]}
          />
          <Choices
            {...field}
            name="spacing"
            label={t('reading:spacing')}
            chosen={chosen.spacing}
            options={[
              { value: 'usual', label: t('reading:usual') },
              { value: 'wide', label: t('reading:wide') },
            ]}
          />
          <Choices
            {...field}
            name="light"
            label={t('reading:light')}
            chosen={chosen.light}
            options={[
              { value: 'device', label: t('reading:asDevice') },
              { value: 'light', label: t('reading:lightPaper') },
              { value: 'dark', label: t('reading:darkPaper') },
            ]}
          />
          <Choices
            {...field}
            name="pictures"
            label={t('reading:pictures')}
            hint={t('reading:picturesHint')}
            chosen={chosen.pictures}
            options={[
              { value: 'yes', label: t('reading:withPictures') },
              { value: 'no', label: t('reading:withoutPictures') },
            ]}
          />
          <SubmitButton>{t('reading:keep')}</SubmitButton>
        </PostForm>
      ) : (
        <>
          <h2>{t('reading:guestTitle')}</h2>
          <ul>
            <li>{t('reading:guestSize')}</li>
            <li>{t('reading:guestLetters')}</li>
            <li>{t('reading:guestLight')}</li>
            <li>{t('reading:guestPictures')}</li>
          </ul>
          <p>{t('reading:guestWhy')}</p>
          <p>
            <a href={`${home}/sign-in?to=${home}/reading`}>{t('pages:signIn')}</a>
          </p>
        </>
      )}
    </article>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
