import { Fragment, type ReactNode } from 'react'
import { useTexts } from '../i18n/use-texts.ts'
import type { claims, claimsAboutServer, PromiseNumber } from './promises.ts'

/** The numbers of promises, as links to the tests of each. */
export function PromiseLinks({ promises }: { promises: readonly PromiseNumber[] }) {
  return (
    <small className="quiet">
      {promises.map((number, i) => (
        <Fragment key={number}>
          {i > 0 && ' '}
          <a href={`#${number}`}>{number}</a>
        </Fragment>
      ))}
    </small>
  )
}

/** Sentences on what is protected, each with the promises that it rests on; more of them below. */
export function ClaimList({
  of,
  children,
}: {
  of: (typeof claims)[keyof typeof claims] | ReturnType<typeof claimsAboutServer>
  children?: ReactNode
}) {
  const { t } = useTexts()
  return (
    <ul>
      {of.map(({ text, promises }) => (
        <li key={text}>
          {t(text)} <PromiseLinks promises={promises} />
        </li>
      ))}
      {children}
    </ul>
  )
}
