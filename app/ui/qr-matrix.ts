import encodeQR from 'qr'

/** A QR code as one path of squares, one unit each, with the quiet margin that readers need. */
export interface CodeDrawing {
  size: number
  path: string
}

/**
 * Draws an address as a QR code, to be read off a screen or paper: dark squares on a light ground
 * in either theme.
 */
export function qrMatrix(text: string): CodeDrawing {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return { size: rows.length, path }
}
