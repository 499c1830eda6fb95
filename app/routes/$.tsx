import { refuse } from '../platform/outcomes.ts'

/** Any address that no route knows. */
export function loader() {
  throw refuse(404)
}

export default function Nothing() {
  return null
}
