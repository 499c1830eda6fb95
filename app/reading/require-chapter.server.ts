import type { AppLoadContext } from '@remix-run/node'
import { readChoices } from '../accounts/reading-choices/reading-choices.ts'
import type { SignedIn } from '../accounts/sessions/sessions.server.ts'
import { requireLanguage, siteLanguages } from '../i18n/request-language.server.ts'
import { orNotFound } from '../platform/http-errors.ts'
import { chosenCountry, leavesOutPictures } from './countries/told-of.server.ts'
import type { Reading } from './reading.ts'

/**
 * The chapter that an address names, for the person who asks. Throws the "not found" page where
 * there is none. A country that the address carries along is only heard of where a comment of the
 * course tells of it.
 */
export async function requireChapter(
  params: { lang?: string; course?: string; chapter?: string },
  context: AppLoadContext,
  address?: URL,
): Promise<Reading> {
  const language = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const chapter = orNotFound(course.chapters.find((one) => one.slug === params.chapter))
  const learner = await context.learner()
  return {
    course,
    chapter,
    language,
    languages: siteLanguages,
    learnerId: learner?.learnerId ?? null,
    pictures: picturesFor(learner, address),
    country: address ? chosenCountry(address, course) : null,
  }
}

/** A learner's choice holds always, an address for a visit: its links carry it along. */
function picturesFor(learner: SignedIn | null, address?: URL): Reading['pictures'] {
  if (readChoices(learner?.readingChoices ?? null).pictures === 'no') return 'never'
  return address && leavesOutPictures(address) ? 'left out' : 'shown'
}
