import { expect, test } from 'vitest'
import { usedStyle } from './used-style.ts'

const style =
  '@page{margin:2cm}body{margin:0}.alpha{color:red}.beta,.alpha .beta{top:0}' +
  '.gamma,.delta{left:0}@media print{.alpha{x:y}.delta{x:y}}.said.is-right{z:1}'

test('keeps what the page or its script can have, and leaves out the rest', () => {
  expect(usedStyle(style, '<p class="alpha gamma">', 'show("said is-right")')).toBe(
    '@page{margin:2cm}body{margin:0}.alpha{color:red}' +
      '.gamma,.delta{left:0}@media print{.alpha{x:y}}.said.is-right{z:1}',
  )
})

test('keeps a rule of which one selector is used', () => {
  expect(usedStyle('.alpha,.beta{x:y}', '<p class="beta">', '')).toBe('.alpha,.beta{x:y}')
})

test('keeps what names no class, and decimals in selectors and values', () => {
  expect(usedStyle('p:not(:last-child){margin:.5em}', '', '')).toBe(
    'p:not(:last-child){margin:.5em}',
  )
})
