import decodeQR from 'qr/decode.js'
import { expect, test } from 'vitest'
import { qrMatrix } from './qr-matrix.ts'

/** What a camera would see: the drawing, so many dots a square. */
function photograph({ size, path }: ReturnType<typeof qrMatrix>, dots = 4) {
  const width = size * dots
  const data = new Uint8Array(width * width * 4).fill(255)
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let dy = 0; dy < dots; dy++)
      for (let dx = 0; dx < dots; dx++)
        data.fill(
          0,
          ((Number(y) * dots + dy) * width + Number(x) * dots + dx) * 4,
          ((Number(y) * dots + dy) * width + Number(x) * dots + dx) * 4 + 3,
        )
  return { width, height: width, data }
}

test('an address that is drawn is read back by a reader of QR codes', () => {
  const address = 'https://study.example/sv/join/ACDEFHJK'
  expect(decodeQR(photograph(qrMatrix(address)))).toBe(address)
})
