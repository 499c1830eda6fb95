/** A calendar file is about one person's evenings: stored nowhere on its way. */
export const calendarHeaders = {
  'Content-Type': 'text/calendar; charset=utf-8',
  'Cache-Control': 'no-store',
}
