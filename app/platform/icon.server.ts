import { readFileSync } from 'node:fs'

/** The site's icon: where it is served, as what, and what it holds. */
export interface Icon {
  address: '/icon.svg' | '/icon.png'
  type: 'image/svg+xml' | 'image/png'
  bytes: Buffer
}

/** What a file is as an icon, or why it cannot be one, as the end of a sentence. */
export type IconOutcome = { kind: 'icon'; icon: Icon } | { kind: 'bad'; reason: string }

/** 20 KB: a first visit to a chapter is to cost little more than that as a whole. */
const maxBytes = 20 * 1024
const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const beginsAsSvg = /^\uFEFF?\s*<(?:[\s\S]*<)?svg[\s>]/

/** Reads an icon. What it is follows from what it holds, not from its name. */
export function readIcon(path: string): IconOutcome {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch {
    return { kind: 'bad', reason: 'must be a file that can be read' }
  }
  if (bytes.length > maxBytes) return { kind: 'bad', reason: 'must be a file of 20 KB at most' }
  if (bytes.subarray(0, pngSignature.length).equals(pngSignature))
    return { kind: 'icon', icon: { address: '/icon.png', type: 'image/png', bytes } }
  if (beginsAsSvg.test(bytes.toString()))
    return { kind: 'icon', icon: { address: '/icon.svg', type: 'image/svg+xml', bytes } }
  return { kind: 'bad', reason: 'must be an SVG or PNG file' }
}
