import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { problemTexts } from '../accounts/problem-texts.ts'
import { privateHeaders } from '../accounts/sessions/private-headers.ts'
import { requireLearner } from '../accounts/sessions/sessions.server.ts'
import { type Course, chapterAddress, inLanguage } from '../courses/model/chapter.ts'
import { nameOf } from '../courses/model/chapter-name.ts'
import { translate } from '../i18n/i18n.ts'
import type { Language } from '../i18n/languages.ts'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { useTexts } from '../i18n/use-texts.ts'
import { dayOf } from '../platform/calendar-day.ts'
import { environment } from '../platform/environment.server.ts'
import { checkForm, readForm } from '../platform/form.server.ts'
import { httpError, orNotFound } from '../platform/http-errors.ts'
import { normalizeUnicode } from '../platform/normalize-unicode.ts'
import { ProgressMark } from '../progress/progress-mark.tsx'
import { makeProof, type ProofState, proofState } from '../progress/proofs/make-proof.server.ts'
import { formatProofCode } from '../progress/proofs/proof-code.server.ts'
import { whenInWords } from '../progress/proofs/proof-words.ts'
import { Field, PostForm, Problems, SubmitButton, Tick } from '../ui/form.tsx'
import { Name, NamedText } from '../ui/named-text.tsx'
import { pageTitle } from '../ui/page-title.ts'
import { QrCode } from '../ui/qr-code.tsx'

// One line, without the marks that turn the direction of what stands after them.
const oneLine = /^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u
const schema = z.object({
  name: z
    .string()
    .transform((name) => normalizeUnicode(name, 'NFC').trim())
    .pipe(z.string().max(60, 'proofs:nameProblem').regex(oneLine, 'proofs:nameProblem')),
  withDay: z.literal('on').optional(),
  withSite: z.literal('on').optional(),
})

async function requested({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const language = requireLanguage(params.lang)
  const { learnerId } = await requireLearner({ request, context })
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  return { language, course, learnerId }
}

/** The site as people write its address: by its name where it has one, and by its host. */
function siteOf(request: Request): string {
  return [environment.SITE_NAME, new URL(environment.ORIGIN ?? request.url).host]
    .filter(Boolean)
    .join(', ')
}

/** Says what a proof is, and what is still to be done before it can be made. */
export async function loader(args: LoaderFunctionArgs) {
  const { language, course, learnerId } = await requested(args)
  return {
    title: translate(language)('proofs:title'),
    left: leftToDo(await proofState(course, learnerId), course, language),
    courseTitle: inLanguage(course.texts, language.tag, course.source).text.title,
    courseAt: `/${language.tag}/courses/${course.id}`,
    verifyAt: `/${language.tag}/proof/verify`,
  }
}

/** What a learner still has to do, with where to do it; null where nothing is left. */
function leftToDo(state: ProofState, course: Course, language: Language) {
  if (state.kind === 'ready') return null
  const chapters = state.chaptersLeft.map(({ chapter, progress }) => ({
    address: chapterAddress(chapter, language),
    title: `${chapter.number}. ${nameOf(course, chapter, language.tag).title}`,
    progress,
  }))
  return { chapters, isCheckLeft: state.isCheckLeft }
}

/**
 * Makes the proof. It stands in this one answer and nowhere else, so nobody is sent on to another
 * address.
 */
export async function action(args: ActionFunctionArgs) {
  const { language, course, learnerId } = await requested(args)
  const form = checkForm(await readForm(args.request), schema)
  if (form.kind === 'bad')
    return data(
      { made: null, problems: problemTexts(form.problems, translate(language)), typed: form.typed },
      { status: 400 },
    )
  const { name, withDay, withSite } = form.value
  const made = await makeProof({
    course,
    learnerId,
    name,
    withDay: withDay === 'on',
    today: dayOf(args.context.clock.now()),
  })
  if (made.kind === 'not-yet') throw httpError(400)
  const when = whenInWords(made.proof.on, language.tag)
  return data({
    made: {
      name,
      site: withSite === 'on' ? siteOf(args.request) : null,
      when,
      code: made.code,
      groups: formatProofCode(made.code),
    },
    problems: {} as Record<string, string>,
    typed: {} as Record<string, string>,
  })
}

export const headers = privateHeaders

export default function ProofPage() {
  const { t } = useTexts()
  const { title, left, courseTitle, courseAt, verifyAt } = useLoaderData<typeof loader>()
  const { made, problems, typed } = useActionData<typeof action>() ?? {
    made: null,
    problems: {},
    typed: {},
  }
  if (made)
    return (
      <article className="sheet-page">
        <section className="proof">
          <h1>{t('proofs:heading')}</h1>
          <p className="lead">{courseTitle}</p>
          <p>
            {made.name ? (
              <NamedText name={made.name} say={(name) => t('proofs:saysName', { name })} />
            ) : (
              t('proofs:saysHolder')
            )}
          </p>
          <p>{made.when}</p>
          <QrCode text={made.code} label={t('proofs:square')} />
          <p className="proof-code" dir="ltr" translate="no">
            {made.groups}
          </p>
          <p className="quiet">{t('proofs:howToCheck')}</p>
          {made.site && (
            <p>
              {t('proofs:madeOn')} <Name>{made.site}</Name>
            </p>
          )}
        </section>
        <p className="actions">{t('proofs:print')}</p>
      </article>
    )
  return (
    <article className="sheet-page">
      <p className="kicker">
        <a href={courseAt}>{courseTitle}</a>
      </p>
      <h1>{title}</h1>
      <p className="lead">{t('proofs:intro')}</p>
      <p className="notice">{t('proofs:risk')}</p>
      {left ? (
        <WhatIsLeft left={left} courseAt={courseAt} />
      ) : (
        <>
          <Problems
            title={t('accounts:problemsTitle')}
            items={Object.entries(problems).map(([name, text]) => ({ name, text }))}
          />
          <PostForm action={`${courseAt}/proof`}>
            <Field
              name="name"
              label={t('proofs:name')}
              hint={t('proofs:nameHint')}
              seenBy={t('proofs:nameSeenBy')}
              problem={problems.name}
              type="text"
              defaultValue={typed.name}
              maxLength={60}
            />
            <Tick
              name="withDay"
              label={t('proofs:withDay')}
              hint={t('proofs:withDayHint')}
              seenBy={t('proofs:withDaySeenBy')}
              defaultChecked={typed.withDay === 'on'}
            />
            <Tick
              name="withSite"
              label={t('proofs:withSite')}
              hint={t('proofs:withSiteHint')}
              seenBy={t('proofs:withSiteSeenBy')}
              defaultChecked={typed.withSite === 'on'}
            />
            <SubmitButton>{t('proofs:make')}</SubmitButton>
          </PostForm>
        </>
      )}
      <p>
        <a href={verifyAt}>{t('proofs:verify')}</a>
      </p>
    </article>
  )
}

function WhatIsLeft({
  left,
  courseAt,
}: {
  left: NonNullable<ReturnType<typeof leftToDo>>
  courseAt: string
}) {
  const { t } = useTexts()
  return (
    <>
      <p>{t('proofs:notYet')}</p>
      <ul>
        {left.chapters.length > 0 && (
          <li>
            {t('proofs:chaptersLeft', { count: left.chapters.length })}
            <ul>
              {left.chapters.map(({ address, title, progress }) => (
                <li key={address}>
                  <a href={address}>{title}</a>{' '}
                  <span className="quiet">
                    <ProgressMark progress={progress} />
                  </span>
                </li>
              ))}
            </ul>
          </li>
        )}
        {left.isCheckLeft && (
          <li>
            <a href={`${courseAt}/check`}>{t('proofs:checkLeft')}</a>
          </li>
        )}
      </ul>
    </>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.title ?? '')
