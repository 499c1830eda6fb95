/**
 * Names of countries that people type and that the current list of names (Unicode CLDR, through
 * Intl) does not have: older ones, short ones, and names of a part that stand for the whole. For
 * finding alone; pages show today's names.
 */
export const otherCountryNames: Readonly<Record<string, readonly string[]>> = {
  AE: ['Emirates', 'UAE', 'Emiraten'],
  BF: ['Upper Volta'],
  BY: ['Belorussia', 'White Russia', 'Vitryssland'],
  CD: ['Congo', 'Zaire', 'DRC', 'DR Congo', 'Kongo'],
  CG: ['Congo', 'Kongo'],
  CI: ['Ivory Coast', 'Elfenbenskusten'],
  CV: ['Cape Verde', 'Kap Verde'],
  CZ: ['Czech Republic', 'Tjeckien'],
  GB: [
    'Britain',
    'Great Britain',
    'England',
    'UK',
    'Scotland',
    'Wales',
    'Storbritannien',
    'Skottland',
  ],
  IR: ['Persia', 'Persien'],
  KH: ['Kampuchea', 'Kambodja'],
  KR: ['Korea'],
  LK: ['Ceylon'],
  MK: ['Macedonia', 'Makedonien'],
  MM: ['Burma', 'Myanmar'],
  NL: ['Holland', 'The Netherlands'],
  PS: ['Palestine', 'Palestina'],
  RU: ['Soviet Union', 'Sovjetunionen'],
  SZ: ['Swaziland'],
  TL: ['East Timor', 'Östtimor'],
  TR: ['Turkey', 'Turkiet'],
  TZ: ['Tanganyika', 'Zanzibar'],
  US: ['America', 'USA', 'Amerika'],
  ZA: ['RSA'],
  ZW: ['Rhodesia'],
}
