import { type Catalogue, inLanguage } from '../../courses/model/chapter.ts'
import type { Proof } from './proof-code.server.ts'
import { readProof, writeKey } from './proof-code.server.ts'
import { checkingKey } from './proof-key.server.ts'

/**
 * What this site says of a code: what it proves, with the course's title where there is such a
 * course; or that it is not genuine. Nobody is looked up.
 */
export type Verified =
  | { kind: 'genuine'; proof: Proof; courseTitle: string }
  | { kind: 'not-genuine' }

/** Checks a code by its signature alone. */
export function verifyProof({
  code,
  catalogue,
  lang,
}: {
  code: string
  catalogue: Catalogue
  lang: string
}): Verified {
  const key = checkingKey()
  const proof = key && readProof(code, key)
  if (!proof) return { kind: 'not-genuine' }
  const course = catalogue.courses.get(proof.course)
  return {
    kind: 'genuine',
    proof,
    courseTitle: course ? inLanguage(course.texts, lang, course.source).text.title : proof.course,
  }
}

/** This site's public key as it is shown; null where no proof has been made. */
export function formatKey(): string | null {
  const key = checkingKey()
  return key && writeKey(key)
}
