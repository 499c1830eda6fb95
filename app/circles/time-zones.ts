/**
 * Time zones by the names that engines list for them (Unicode CLDR keeps the oldest), with today's.
 * Source: IANA time zone database 2025b, zone.tab, which has one name for each place; these are all of
 * its names that Node 20 takes and does not list. `time-zones.test.ts` looks whether they are still.
 */
const todaysNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

const todays = (zone: string) => todaysNames[zone] ?? zone

let zones: readonly string[] | undefined

/** Every time zone that this computer knows, by today's IANA name, in the order of the letters. */
export function timeZones(): readonly string[] {
  zones ??= [...new Set([...Intl.supportedValuesOf('timeZone').map(todays), 'UTC'])].sort()
  return zones
}

/** A time zone as pages show it: by today's name, also where an older one is stored. */
export const zoneInWords = (zone: string) => todays(zone).replaceAll('_', ' ')
