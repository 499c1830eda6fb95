/** How many comments stand on one page of a list. */
export const pageSize = 20

/**
 * The page of a list that an address asks for: 1 where it asks for none, null where it asks for
 * nonsense.
 */
export function requestedPage(search: URLSearchParams): number | null {
  const page = search.get('page') ?? '1'
  return /^[1-9]\d{0,5}$/.test(page) ? Number(page) : null
}

/** How many pages a list of so many has; an empty list has one. */
export const pagesOf = (count: number) => Math.max(1, Math.ceil(count / pageSize))
