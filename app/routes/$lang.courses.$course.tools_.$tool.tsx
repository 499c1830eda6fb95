import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { allBlocks } from '../courses/tools/tool.ts'
import { toolPage } from '../courses/tools/tool-page.server.ts'
import { ToolView } from '../courses/tools/tool-view.tsx'
import { requireLanguage } from '../i18n/request-language.server.ts'
import { readForm } from '../platform/form.server.ts'
import { httpError, orNotFound } from '../platform/http-errors.ts'
import { pageTitle } from '../ui/page-title.ts'

type RouteRequest = Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>

function describePage(
  { request, params, context }: RouteRequest,
  typed: Record<string, string> | null,
) {
  const { tag } = requireLanguage(params.lang)
  const course = orNotFound(context.catalogue.courses.get(params.course ?? ''))
  const tool = orNotFound(course.tools.get(params.tool ?? ''))
  const isFilled = new URL(request.url).searchParams.get('view') === 'example'
  return { isFilled, page: toolPage(course, tool, tag, { isFilled, typed }) }
}

export function loader(args: LoaderFunctionArgs) {
  return describePage(args, null)
}

/** Works out a calculator. Nothing of it is stored. */
export async function action(args: ActionFunctionArgs) {
  const typed = Object.fromEntries(await readForm(args.request))
  const shown = describePage(args, typed)
  const inputs = calculatorInputs(shown.page, typed.calculator)
  if (!inputs) throw httpError(400)
  for (const name of Object.keys(typed))
    if (name !== 'calculator' && !inputs.has(name)) throw httpError(400)
  return shown
}

function calculatorInputs({ text, calculations }: ReturnType<typeof toolPage>, id = '') {
  const block = allBlocks(text.blocks).find((one) => one.kind === 'calculator' && one.id === id)
  if (block?.kind !== 'calculator' || !Object.hasOwn(calculations, id)) return null
  return new Set(block.inputs.map((input) => input.id))
}

export default function ToolRoute() {
  const loaded = useLoaderData<typeof loader>()
  return <ToolView {...(useActionData<typeof action>() ?? loaded)} />
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(matches, data?.page.text.title ?? '', data?.page.text.summary)
