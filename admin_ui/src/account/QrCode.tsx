import { useMemo } from 'react'
import { encode } from 'uqr'

/** Modules of light around the code, by which readers find it. */
const QUIET = 4

/** A text as a picture that cameras read; dark on light in every light, as not all readers see the reverse. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => drawn(text), [text])
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      style={{ width: '100%', maxWidth: 220, margin: '0 auto', display: 'block', borderRadius: 8 }}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}

function drawn(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const dark = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
  return { path: dark.join(''), size }
}
