import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Json } from '../form/store/json'
import { changedFigures, type Figure, keyOf } from './figures'
import { useReferredTitle } from './useReferredTitle'

type Props = { before: Json; after: Json; sameWords: boolean }

/** Pictures, videos, downloads and links that came into a formatted text or went out of it; they are no words. */
export function FiguresChanged({ before, after, sameWords }: Props) {
  const { t } = useTranslation('history')
  const [gone, fresh] = changedFigures(before, after)
  if (gone.length + fresh.length === 0) return sameWords && <Text size="sm">{t('onlyForm')}</Text>
  return (
    <Stack gap={4} className="word-differences">
      {gone.map((one) => (
        <del key={keyOf(one)}>
          <Told figure={one} />
        </del>
      ))}
      {fresh.map((one) => (
        <ins key={keyOf(one)}>
          <Told figure={one} />
        </ins>
      ))}
    </Stack>
  )
}

function Told({ figure: { kind, id, address, fragment, alt, caption } }: { figure: Figure }) {
  const { t } = useTranslation('history')
  const title = useReferredTitle(id)
  const described = kind === 'image' && (alt === null ? t('figure.ownAlt') : alt || t('figure.noAlt'))
  const told = [described, fragment && `#${fragment}`, caption].filter(Boolean).join(' · ')
  return `${t(`figure.${kind}`)}: ${address ?? title}${told && ` (${told})`}`
}
