import type { CountryCount } from './country-pages.server.tsx'
import { mapSize, tiles } from './tile-map.ts'

// In units of the drawing: a square and the gap to the next.
const side = 18
const step = 20

/**
 * A map of the world, a square for each country; those that comments tell of are links. The list
 * below it says the same in words, so the map is one picture for a screen reader.
 */
export function CountryMap({
  countries,
  addressOf,
  label,
}: {
  countries: readonly CountryCount[]
  addressOf: (code: string) => string
  label: string
}) {
  const known = new Map(countries.map((country) => [country.code, country]))
  return (
    <svg
      className="country-map"
      viewBox={`0 0 ${mapSize.columns * step} ${mapSize.rows * step}`}
      role="img"
      aria-label={label}
    >
      {tiles.map(({ code, column, row }) => {
        const country = known.get(code)
        const x = column * step
        const y = row * step
        return country ? (
          <a key={code} href={addressOf(code)} tabIndex={-1}>
            <title>{`${country.name} (${country.count})`}</title>
            <rect x={x} y={y} width={side} height={side} rx="2" />
            <text x={x + side / 2} y={y + 12.5}>
              {code}
            </text>
          </a>
        ) : (
          <rect key={code} x={x} y={y} width={side} height={side} rx="2" />
        )
      })}
    </svg>
  )
}
