import { Box } from '@mantine/core'
import './differences.css'
import type { WordChange } from './wordChanges'

const AROUND = 80

/** A text with what was put in and taken out; long stretches that stayed are shortened. */
export function WordDifferences({ words }: { words: readonly WordChange[] }) {
  return (
    <Box className="word-differences" lang="">
      {words.map(({ operation, text }, place) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text have no other name
        if (operation === 'INSERT') return <ins key={place}>{text}</ins>
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text have no other name
        if (operation === 'DELETE') return <del key={place}>{text}</del>
        // biome-ignore lint/suspicious/noArrayIndexKey: the words of a text have no other name
        return <span key={place}>{shortened(text, place === 0, place === words.length - 1)}</span>
      })}
    </Box>
  )
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 3 * AROUND) return text
  const start = isFirst ? '' : text.slice(0, AROUND)
  const end = isLast ? '' : text.slice(-AROUND)
  return `${start} … ${end}`
}
