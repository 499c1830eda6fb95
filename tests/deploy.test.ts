import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { settingNames } from '../app/platform/environment.server.ts'

const read = (name: string) => readFileSync(join('deploy', name), 'utf8')
const units = readdirSync('deploy').filter((name) => name.endsWith('.service'))
const isThere = (command: string) => spawnSync(command, ['--version']).error === undefined
const [hasSystemd, hasCaddy] = [isThere('systemd-analyze'), isThere('caddy')]
if (!hasSystemd) console.info('systemd-analyze is not installed: the units are not judged by it.')
if (!hasCaddy) console.info('caddy is not installed: deploy/Caddyfile is not tried.')

/** Variables that are Node's and the memory allocator's. */
const notOurs = ['NODE_ENV', 'MALLOC_ARENA_MAX', 'MALLOC_MMAP_THRESHOLD_']

describe.each(units)('the unit %s', (name) => {
  const unit = read(name)

  test('sets only what the program reads, and runs as a user of its own', () => {
    const set = [...unit.matchAll(/^Environment=(.*)$/gm)]
      .flatMap(([, line = '']) => line.split(' '))
      .map((pair) => pair.split('=')[0] as string)
    expect(set.filter((one) => ![...settingNames, ...notOurs].includes(one))).toEqual([])
    expect(unit).toMatch(/^User=cirkel$/m)
    expect(unit).toMatch(/^UMask=0077$/m)
  })

  test.runIf(hasSystemd)('may do little by the judgement of systemd itself', () => {
    const { stdout } = spawnSync(
      'systemd-analyze',
      ['security', '--offline=true', '--no-pager', join('deploy', name)],
      { encoding: 'utf8' },
    )
    const score = /exposure level for \S+: ([\d.]+)/.exec(stdout)?.[1]
    expect(Number(score)).toBeLessThanOrEqual(2)
  })
})

test('the service starts what `npm start` does, with the same settings of memory', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const [, command = ''] = /^ExecStart=\/usr\/bin\/(.+)$/m.exec(read('cirkel.service')) ?? []
  expect(scripts.start).toContain(`exec ${command}`)
  for (const [name] of scripts.start.matchAll(/MALLOC_\w+=\d+/g))
    expect(read('cirkel.service')).toContain(name)
})

test.runIf(hasCaddy)('Caddy takes its configuration', () => {
  const home = mkdtempSync(join(tmpdir(), 'caddy-'))
  const asked = ['validate', '--adapter', 'caddyfile', '--config', 'deploy/Caddyfile']
  const env = { ...process.env, HOME: home, XDG_DATA_HOME: home }
  const { status, stderr } = spawnSync('caddy', asked, { encoding: 'utf8', env })
  expect([status, stderr]).toEqual([0, expect.anything()])
})
