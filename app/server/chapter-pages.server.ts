import {
  type ActionFunction,
  type AppLoadContext,
  createRequestHandler,
  type LoaderFunction,
  type ServerBuild,
} from '@remix-run/node'
import type { Catalogue } from '../courses/model/chapter.ts'
import { BoundedStore } from '../platform/pieces/bounded-store.ts'
import { Piece } from '../platform/pieces/piece.server.ts'
import {
  fillTemplate,
  placeholder,
  sizeOf,
  type Template,
  templateOf,
} from '../platform/pieces/template.server.ts'
import type { PageAsset, PageAssets } from '../ui/page-assets.tsx'
import { type MadeResponse, wholeOf } from './node-adapter.server.ts'

const route = 'routes/$lang.courses.$course.$chapter'
const address = /^\/([A-Za-z\d-]+)\/courses\/([\w-]+)\/([\w.-]+)$/
const maxFrameBytes = 8 * 1024 * 1024
// As long as a session lives unused: how far a learner has come stays in memory no longer.
const maxIdle = 30 * 60 * 1000
/** The addresses whose pages are kept: with no more in them than links carry along. */
const isKeptFor = /^(\?country=[A-Z]{2}(&pictures=no)?|\?pictures=no)?$/

/** What a loader or an action has returned, or thrown. */
type Outcome = { returned: unknown } | { thrown: unknown }

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** What the chapter's page is to show, where it was asked for before the page is rendered. */
    outcome?: Outcome
  }
}

type Given = Pick<AppLoadContext, 'catalogue' | 'clock' | 'learner' | 'noteFailure' | 'sendFile'>

/** A page without what belongs in its places. */
interface Frame {
  status: number
  headers: Headers
  template: Template
}

/** Where a chapter's page is asked for. */
export type ChapterParams = { lang: string; course: string; chapter: string }

/** The chapter that an address means, in its one spelling; null where it means another page. */
export function chapterIn(url: string, { courses }: Catalogue): ChapterParams | null {
  const [, lang, course, chapter] = address.exec(url.split('?', 1)[0] as string) ?? []
  if (!lang || !course || !chapter) return null
  const isThere = courses.get(course)?.chapters.some(({ slug }) => slug === chapter)
  return isThere ? { lang, course, chapter } : null
}

async function outcomeOf(work: () => unknown): Promise<Outcome> {
  try {
    return { returned: await work() }
  } catch (thrown) {
    return { thrown }
  }
}

/** Remix, with a chapter that shows what the context gives it. */
function rendering(build: ServerBuild): ServerBuild {
  const chapter = build.routes[route]
  if (!chapter) throw new Error(`There is no ${route}.`)
  const loader: LoaderFunction = ({ context: { outcome } }) => {
    if (outcome && 'thrown' in outcome) throw outcome.thrown
    return outcome?.returned as ReturnType<LoaderFunction>
  }
  const module = { ...chapter.module, loader }
  return { ...build, routes: { ...build.routes, [route]: { ...chapter, module } } }
}

/** A page's assets with a place for each text, and the pieces that belong there. */
function openAssets(assets: PageAssets): { open: PageAssets; pieces: Map<string, Piece[]> } {
  const pieces = new Map<string, Piece[]>()
  const opened = (asset: PageAsset): PageAsset => {
    if (!('text' in asset)) return asset
    const name = `asset ${pieces.size}`
    pieces.set(name, [new Piece(asset.text)])
    return { text: placeholder(name) }
  }
  const open = {
    ...assets,
    style: opened(assets.style),
    chapterStyle: opened(assets.chapterStyle),
    comfortStyle: opened(assets.comfortStyle),
    scripts: assets.scripts.map(opened),
    chapterScripts: assets.chapterScripts.map(opened),
  }
  return { open, pieces }
}

const isRedirect = (value: unknown): value is Response =>
  value instanceof Response && value.status >= 300 && value.status < 400

/**
 * The pages of chapters. What the route's loader and action return is asked for as Remix would; the
 * page is rendered by Remix too, but only where no page was that shows the same data. What is too
 * much to be rendered each time, the loader has put in places of the page (docs/decisions/064).
 */
export function chapterPages(build: ServerBuild, assets: PageAssets, mode: string | undefined) {
  const frames = new BoundedStore<Frame>(
    maxFrameBytes,
    ({ template }, name) => sizeOf(template, name),
    maxIdle,
  )
  const render = createRequestHandler(rendering(build), mode)
  const { loader, action } = build.routes[route]?.module as {
    loader: LoaderFunction
    action: ActionFunction
  }
  const rootLoader = build.routes.root?.module.loader as LoaderFunction
  const { open, pieces: ofAssets } = openAssets(assets)

  async function frameOf(request: Request, context: AppLoadContext): Promise<Frame> {
    const { url, headers } = request
    const response = await render(new Request(url, { headers }), context)
    return {
      status: response.status,
      headers: response.headers,
      template: templateOf(await response.text()),
    }
  }

  /** A frame for what was loaded: one that is kept, or one that Remix renders. */
  async function keptFrame(
    request: Request,
    params: ChapterParams,
    context: AppLoadContext,
    data: unknown,
  ): Promise<Frame> {
    const { pathname, search } = new URL(request.url)
    const ofRoot = await rootLoader({ request, params, context })
    const key = JSON.stringify([pathname, search, ofRoot, data])
    const known = frames.find(key)
    if (known) return known
    const frame = await frameOf(request, context)
    if (isKeptFor.test(search) && frame.status === 200) frames.put(key, frame)
    return frame
  }

  return {
    /** Answers a request for a chapter, or a form that was sent to it. */
    async make(request: Request, params: ChapterParams, given: Given): Promise<MadeResponse> {
      const placed: (readonly Piece[])[] = []
      const context: AppLoadContext = {
        ...given,
        assets: open,
        place: (pieces) => placeholder(String(placed.push(pieces) - 1)),
      }
      const asked = request.method === 'POST' ? action : loader
      context.outcome = await outcomeOf(() => asked({ request, params, context }))
      const { returned, thrown } = context.outcome as { returned?: unknown; thrown?: unknown }
      if (isRedirect(returned)) return wholeOf(returned)
      if (isRedirect(thrown)) return wholeOf(thrown)
      const isData = thrown === undefined && !(returned instanceof Response)
      const { status, headers, template } = isData
        ? await keptFrame(request, params, context, returned)
        : await frameOf(request, context)
      const partOf = (name: string) => ofAssets.get(name) ?? placed[Number(name)] ?? []
      return { status, headers, body: fillTemplate(template, partOf) }
    },
    /** Lets go of all frames: when the courses are swapped. */
    forget: () => frames.clear(),
  }
}
