import { describe, expect, test } from 'vitest'
import { isCountry } from '../../courses/model/countries.ts'
import { mapSize, nearest, tiles } from './tile-map.ts'

describe('the map of the world', () => {
  test('has one square for each of its countries, and no two in one place', () => {
    expect(tiles.filter(({ code }) => !isCountry(code))).toEqual([])
    expect(new Set(tiles.map(({ code }) => code)).size).toBe(tiles.length)
    expect(new Set(tiles.map(({ column, row }) => `${column}/${row}`)).size).toBe(tiles.length)
    expect(mapSize).toEqual({ columns: 33, rows: 18 })
  })

  test.each([
    ['ZA', 'NA', 'row'],
    ['SE', 'NO', 'column'],
    ['ZW', 'ZM', 'row'],
    ['RS', 'HU', 'row'],
    ['CN', 'IN', 'column'],
  ] as const)('puts %s beyond %s, by %s', (far, near, axis) => {
    const at = (code: string) => tiles.find((tile) => tile.code === code)!
    expect(at(far)[axis]).toBeGreaterThan(at(near)[axis])
  })

  test('knows which countries are near', () => {
    expect(nearest('ZW', ['SE', 'ZA', 'BW', 'IN', 'ZW'], 3)).toEqual(['BW', 'ZA', 'IN'])
    expect(nearest('AQ', ['SE', 'ZA'], 1)).toEqual(['SE'])
    expect(nearest('ZW', ['SE', 'ZA', 'BW', 'IN', 'ZW'], 3, 7)).toEqual(['BW', 'ZA'])
    expect(nearest('AQ', ['SE', 'ZA'], 1, 7)).toEqual([])
  })
})
