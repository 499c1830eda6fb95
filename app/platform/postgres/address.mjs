import { readFileSync } from 'node:fs'

const known = ['sslmode', 'sslrootcert', 'host']
const local = /^(localhost|127(\.\d+){3}|::1|\/.*)$/

/** Whether an address names a PostgreSQL server. */
export function isServerAddress(address) {
  return /^postgres(ql)?:/.test(address)
}

/**
 * Why an address names no PostgreSQL database that can be used, or null.
 * @returns {string | null}
 */
export function serverAddressFault(address) {
  if (!/^postgres(ql)?:\/\//.test(address) || !URL.canParse(address))
    return 'must be written postgresql://user:password@host:5432/database, with %40 for an @ in the password'
  const { pathname, searchParams } = new URL(address)
  if (!/^\/[^/]+$/.test(pathname)) return 'must end in /database, the name of one on the server'
  const unknown = [...searchParams.keys()].find((name) => !known.includes(name))
  if (unknown) return `has ${unknown}= in it: after the ? there can be ${known.join(', ')}`
  const mode = searchParams.get('sslmode')
  if (mode !== null && mode !== 'disable' && mode !== 'verify-full')
    return 'must say sslmode=verify-full, which it does by itself on another machine, or sslmode=disable'
  return null
}

function partsOf(address) {
  const url = new URL(address)
  const host =
    url.searchParams.get('host') || decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '')
  return { url, host: host || 'localhost', isLocal: host === '' || local.test(host) }
}

/** A database as it is named to the host: without its user and password. */
export function describeServer(address) {
  const { url, host } = partsOf(address)
  return `the PostgreSQL database ${decodeURIComponent(url.pathname.slice(1))} on ${host}`
}

/** Whether what is sent to a server of another machine can be read on the way. */
export function isUnprotected(address) {
  const { url, isLocal } = partsOf(address)
  return !isLocal && url.searchParams.get('sslmode') === 'disable'
}

/**
 * What `pg` connects with. To another machine it speaks TLS and checks its certificate, unless
 * `sslmode=disable` stands in the address; on this machine it does so only with
 * `sslmode=verify-full`. `sslrootcert` is the file of an authority of one's own.
 */
export function connectionOf(address) {
  const { url, host, isLocal } = partsOf(address)
  const mode = url.searchParams.get('sslmode') ?? (isLocal ? 'disable' : 'verify-full')
  const authority = url.searchParams.get('sslrootcert')
  return {
    host,
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    ...(url.username ? { user: decodeURIComponent(url.username) } : {}),
    ...(url.password ? { password: decodeURIComponent(url.password) } : {}),
    ssl:
      mode === 'disable'
        ? false
        : {
            rejectUnauthorized: true,
            ...(authority ? { ca: readFileSync(authority, 'utf8') } : {}),
          },
    connectionTimeoutMillis: 5000,
    application_name: 'cirkel',
    keepAlive: true,
  }
}
