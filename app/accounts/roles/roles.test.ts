import { expect, test } from 'vitest'
import { isRole, readRoles } from './roles.ts'

test('a word names a role only where it is exactly one', () => {
  expect(['moderator', 'host', 'Host', 'hos', 'host ', '', 'trainer'].filter(isRole)).toEqual([
    'moderator',
    'host',
  ])
})

test('a stored text gives the roles that it names, and nothing for any other word', () => {
  expect([...readRoles('moderator host')]).toEqual(['moderator', 'host'])
  expect([...readRoles('admin host')]).toEqual(['host'])
  for (const text of ['', 'moderatorhost', 'moderator,host', 'root'])
    expect([...readRoles(text)]).toEqual([])
})
