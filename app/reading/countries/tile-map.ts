/** A country's square on the map of the world: columns and rows count from 0, from the north-west. */
export interface Tile {
  code: string
  column: number
  row: number
}

// One square for each country, in roughly its place: no shore and no border is drawn, so that none
// is drawn wrongly. A country without a square is in the list only.
const grid = `
·· ·· ·· ·· ·· ·· GL ·· ·· ·· ·· IS ·· ·· NO SE FI
·· CA ·· ·· ·· ·· ·· ·· ·· ·· IE GB ·· ·· DK ·· EE ·· ·· RU
·· US ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· NL DE PL LT LV BY
·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· FR BE LU CZ SK UA MD ·· ·· ·· KZ ·· ·· ·· MN
·· MX ·· ·· ·· BS ·· ·· ·· PT ES AD CH LI AT HU RO ·· ·· GE ·· UZ KG ·· ·· CN ·· KP ·· JP
·· ·· ·· ·· CU ·· ·· ·· ·· ·· ·· MC IT SI HR RS BG ·· TR AM AZ TM TJ ·· ·· ·· ·· KR
GT BZ ·· ·· JM HT DO ·· ·· ·· ·· VA SM BA ME XK MK ·· ·· SY IQ IR AF PK NP BT ·· ·· TW
SV HN ·· ·· ·· ·· KN AG ·· ·· ·· ·· MT ·· AL GR ·· CY LB ·· JO KW ·· ·· IN BD MM LA VN HK
·· NI ·· ·· ·· ·· DM LC ·· ·· MA DZ TN LY EG ·· ·· ·· IL PS SA BH QA ·· ·· ·· TH KH ·· PH
·· CR ·· ·· ·· ·· VC BB ·· ·· MR ML NE TD SD ER ·· ·· ·· ·· YE AE OM ·· LK ·· MY BN ·· ·· PW
·· ·· PA ·· ·· ·· GD TT CV ·· SN BF NG CF SS ET DJ ·· ·· ·· ·· ·· ·· MV ·· ·· SG ·· ·· ·· FM ·· MH
·· ·· ·· CO VE GY SR ·· ·· GM GN GH BJ CM UG KE SO ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ID ·· ·· ·· NR KI
·· ·· ·· EC PE BR ·· ·· ·· GW SL CI TG CG RW TZ ·· SC ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· TL PG SB ·· TV
·· ·· ·· ·· BO PY ·· ·· ·· ·· LR ·· GQ GA BI MW KM ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· VU WS
·· ·· ·· ·· CL ·· UY ·· ·· ·· ·· ·· ST CD ZM MZ ·· MG MU ·· ·· ·· ·· ·· ·· ·· ·· ·· AU ·· ·· FJ TO
·· ·· ·· ·· ·· AR ·· ·· ·· ·· ·· ·· ·· AO ZW
·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· NA BW SZ ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· NZ
·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ·· ZA LS
`

/** The squares of the map. */
export const tiles: readonly Tile[] = grid
  .trim()
  .split('\n')
  .flatMap((line, row) =>
    line.split(' ').flatMap((code, column) => (code === '··' ? [] : { code, column, row })),
  )

const placeOf = new Map(tiles.map((tile) => [tile.code, tile]))

/** How many columns and rows the map has. */
export const mapSize = {
  columns: Math.max(...tiles.map(({ column }) => column)) + 1,
  rows: Math.max(...tiles.map(({ row }) => row)) + 1,
}

/**
 * Those of some countries that lie nearest to one on the map, the nearest first; in their own order
 * where two are as near, or where the country has no square. With `within`, only those at most so
 * many squares away.
 */
export function nearest(
  code: string,
  others: readonly string[],
  max: number,
  within?: number,
): string[] {
  const from = placeOf.get(code)
  const distance = (other: string) => {
    const to = placeOf.get(other)
    return from && to ? (to.column - from.column) ** 2 + (to.row - from.row) ** 2 : Infinity
  }
  return others
    .filter((other) => other !== code)
    .map((other) => ({ other, far: distance(other) }))
    .filter(({ far }) => within === undefined || far <= within ** 2)
    .sort((a, b) => (a.far === b.far ? 0 : a.far - b.far))
    .slice(0, max)
    .map(({ other }) => other)
}
