import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { translate } from '../i18n/i18n.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError } from '../platform/http-errors.ts'
import { formatProofCode } from '../progress/proofs/proof-code.server.ts'
import { whenInWords } from '../progress/proofs/proof-words.ts'
import { formatKey, verifyProof } from '../progress/proofs/verify-proof.server.ts'
import { Field, PostForm, SubmitButton } from '../ui/form.tsx'
import { Name } from '../ui/named-text.tsx'
import { pageTitle } from '../ui/page-title.ts'

const schema = z.object({ code: z.string() })

export async function loader({ params }: LoaderFunctionArgs) {
  const language = requireLanguage(params.lang)
  const key = formatKey()
  return {
    title: translate(language)('proofs:verify'),
    address: `/${language.tag}/proof/verify`,
    key: key && formatProofCode(key),
  }
}

/**
 * Says whether a code is genuine. The code is asked with a form, so that it stands in no address
 * and no history.
 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const form = checkForm(await readForm(request), schema)
  if (form.kind === 'bad') throw httpError(400)
  const { code } = form.value
  const verified = verifyProof({ code, catalogue: context.catalogue, lang: language.tag })
  return {
    code,
    verified,
    when: verified.kind === 'genuine' ? whenInWords(verified.proof.on, language.tag) : '',
  }
}

export default function VerifyProof() {
  const { t } = useTexts()
  const { title, address, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <article className="sheet-page">
      <h1>{title}</h1>
      <p>{t('proofs:verifyIntro')}</p>
      {answer && <Answer {...answer} />}
      <PostForm action={address}>
        <Field
          name="code"
          label={t('proofs:code')}
          hint={t('proofs:codeHint')}
          seenBy={t('proofs:codeSeenBy')}
          type="text"
          defaultValue={answer?.code}
          autoCapitalize="characters"
          spellCheck={false}
          required
        />
        <SubmitButton>{t('proofs:check')}</SubmitButton>
      </PostForm>
      <h2>{t('proofs:key')}</h2>
      {key ? (
        <>
          <p>{t('proofs:keyText')}</p>
          <p className="proof-code" dir="ltr" translate="no">
            {key}
          </p>
        </>
      ) : (
        <p>{t('proofs:keyNone')}</p>
      )}
    </article>
  )
}

function Answer({ verified, when }: { verified: ReturnType<typeof verifyProof>; when: string }) {
  const { t } = useTexts()
  if (verified.kind === 'not-genuine')
    return (
      <div className="notice" role="status">
        <p>
          <strong>✗ {t('proofs:notGenuine')}</strong>
        </p>
        <p>{t('proofs:notGenuineText')}</p>
      </div>
    )
  return (
    <div className="notice" role="status">
      <p>
        <strong>✓ {t('proofs:genuine')}</strong>
      </p>
      <p>{t('proofs:genuineText')}</p>
      <ul>
        <li>{verified.courseTitle}</li>
        <li>{when}</li>
        <li>{verified.proof.name ? <Name>{verified.proof.name}</Name> : t('proofs:noName')}</li>
      </ul>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
