import type { LoaderFunctionArgs } from '@remix-run/node'
import { circlePack } from '../circles/pack/circle-pack.server.ts'
import { requireCircle } from '../circles/require-circle.server.ts'
import { orNotFound } from '../platform/http-errors.ts'

/**
 * A circle's papers as one HTML file with a name that says nothing, for anyone of the circle; what
 * leads, answers or lets somebody in is in the trainers' alone.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await requireCircle({ request, params, context })
  const pack = await circlePack(own, request, context.catalogue.version)
  return new Response(orNotFound(pack), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': 'attachment; filename="notes.html"',
      'Cache-Control': 'no-store',
    },
  })
}
