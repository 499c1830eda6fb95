import { isIPv4 } from 'node:net'

/** Where something listens that only this machine reaches: a port of it, or a socket in a folder. */
export type LocalAddress = { host: string; port: number } | { path: string }

const hostAndPort = /^([\d.]+|localhost|\[::1\]):(\d{1,5})$/

/**
 * The address that is written `127.0.0.1:9464`, `[::1]:9464` or as the path of a socket; null for
 * one that other machines could reach, and for anything else.
 */
export function readLocalAddress(text: string): LocalAddress | null {
  if (/^\.{0,2}\//.test(text) && !text.endsWith('/')) return { path: text }
  const [, host = '', port] = hostAndPort.exec(text) ?? []
  const isLocal = host === 'localhost' || host === '[::1]' || /^127\./.test(host)
  if (!isLocal || Number(port) > 65535 || (/^127/.test(host) && !isIPv4(host))) return null
  return { host: host.replace(/^\[(.*)\]$/, '$1'), port: Number(port) }
}
