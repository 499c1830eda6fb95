import { httpError } from '../platform/http-errors.ts'

/** Any address that no route knows. */
export function loader() {
  throw httpError(404)
}

export default function Nothing() {
  return null
}
