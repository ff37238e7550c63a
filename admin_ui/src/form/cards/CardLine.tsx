import { Avatar, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { contentType } from '../../content-types/types'
import classes from './CardLine.module.css'
import type { Card } from './CardStore'
import { cardWords } from './cardWords'

/** An item with its picture and what tells it apart. */
export function CardLine({ card, hint }: { card: Card; hint?: string }) {
  const { t } = useTranslation('form')
  const hasFace = Boolean(contentType(card.type)?.face)
  const words = hint ?? (hasFace ? cardWords(card) : card.site)
  return (
    <span className={classes.line}>
      {hasFace && <Face card={card} />}
      <span className={classes.words}>
        <Text span size="sm">
          {card.title || t('untitled')}
        </Text>
        {words && (
          <Text span size="xs" className={classes.hint}>
            {words}
          </Text>
        )}
      </span>
    </span>
  )
}

/** The picture, else the first letters of the name, which say nothing that does not stand beside them. */
export function Face({ card, size = 28 }: { card: Pick<Card, 'title' | 'pictureUrl' | 'type'>; size?: number }) {
  const words = card.title.split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((one) => one?.charAt(0) ?? '').join('')
  return (
    <Avatar
      src={card.pictureUrl}
      alt=""
      size={size}
      radius={contentType(card.type)?.face === 'round' ? 'xl' : 'sm'}
      color="gray"
      imageProps={{ loading: 'lazy' }}
      aria-hidden
    >
      {letters.toUpperCase()}
    </Avatar>
  )
}
