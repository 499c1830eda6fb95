import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import net from 'node:net'

// Loaded before a program (node --import): notes each try to reach anyone over the network in the
// file that NETWORK_LOG names.
const note = (what) => appendFileSync(process.env.NETWORK_LOG, `${what}\n`)

/** Notes each call of a method that reaches out, then lets it go on. */
function watch(owner, name, describe) {
  const before = owner[name]
  owner[name] = function (...args) {
    const what = describe(...args)
    if (what) note(what)
    return before.apply(this, args)
  }
}

// A path names a pipe on this machine. What tls, http, fetch and the like send goes through a
// socket of net.
watch(net.Socket.prototype, 'connect', (...args) => {
  const options = Array.isArray(args[0])
    ? args[0][0]
    : typeof args[0] === 'object'
      ? args[0]
      : { port: args[0], host: args[1] }
  return options.path ? null : `connect ${options.host ?? 'localhost'}:${options.port}`
})
watch(dgram.Socket.prototype, 'send', () => 'send')
// To look up an address that is none but numbers, as a server does that listens on one, asks
// nobody.
for (const owner of [dns, dns.promises])
  for (const name of Object.keys(owner))
    if (/^(lookup|resolve|reverse)/.test(name))
      watch(owner, name, (host) => (name === 'lookup' && net.isIP(host) ? null : `${name} ${host}`))
