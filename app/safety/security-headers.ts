import { createHash } from 'node:crypto'

/** A source in a Content-Security-Policy that allows exactly this inline text and no other. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

const noFeature = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'xr-spatial-tracking',
]

/**
 * The headers of every response, files and errors too (SAFETY P5). A page may use the given styles
 * and scripts, pictures of this site, and nothing else; it may talk to this site alone.
 */
export function securityHeaders(allowed: {
  styles: string[]
  scripts: string[]
  /** Whether the page may register a worker of this site. */
  mayHaveWorker?: boolean
}): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `script-src ${allowed.scripts.join(' ')}`,
      `style-src ${allowed.styles.join(' ')}`,
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      ...(allowed.mayHaveWorker ? ["worker-src 'self'"] : []),
    ].join('; '),
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': noFeature.map((feature) => `${feature}=()`).join(', '),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'X-Robots-Tag': 'noindex',
  }
}

/** Only behind TLS: the browser then never asks without it. */
export const transportSecurity = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
} as const
