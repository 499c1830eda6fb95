import { expect, test } from 'vitest'
import { useTestDatabase } from '../../tests/factories/test-database.ts'
import { getLearner } from '../accounts/sessions/sessions.server.ts'
import { signUp } from '../accounts/sign-up.server.ts'
import { learnerTables } from '../personal-data/learner-tables.ts'
import { loader } from './$lang.account_.export[.]json.ts'

useTestDatabase()

test('the export as a file is JSON in the language of the page, kept by no browser, under a name that says nothing', async () => {
  const made = await signUp({
    pseudonym: 'Export Egret 4',
    passphrase: 'six quiet otters near the bridge',
    ownDevice: true,
  })
  if (made.kind !== 'signed-up') throw new Error(made.kind)
  const request = new Request('http://localhost/sv/account/export.json', {
    headers: { Cookie: made.cookie.split(';')[0] as string },
  })
  const context = { learner: () => getLearner(request) }
  const response = await loader({
    request,
    params: { lang: 'sv' },
    context,
  } as unknown as Parameters<typeof loader>[0])
  expect(response.headers.get('Content-Disposition')).toBe('attachment; filename="data.json"')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const file = await response.json()
  expect(Object.keys(file).sort()).toEqual(
    [...learnerTables.map(({ table }) => table), 'Circle'].sort(),
  )
  expect(file.Learner[0]).toMatchObject({
    pseudonym: 'Export Egret 4',
    passphraseHash: expect.stringContaining('visas inte'),
  })
})
