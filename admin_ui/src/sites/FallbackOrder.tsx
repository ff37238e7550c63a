import { ActionIcon, Group, Input, Menu, NativeSelect, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldId } from '../form/fields/fieldProps'
import { languageName } from '../i18n/format'
import type { Side } from '../ui/outline/DropMark'
import { Outline } from '../ui/outline/Outline'
import { OutlineHandle, OutlineRow } from '../ui/outline/OutlineRow'
import type { Way } from '../ui/outline/wayOf'
import classes from './Sites.module.css'

type Props = {
  order: string[]
  locales: string[]
  onChange: (order: string[] | null) => void
  error?: string
  isReadOnly: boolean
}

/** In which other languages a missing text is looked for, the first one first. */
export function FallbackOrder({ order, locales, onChange, error, isReadOnly }: Props) {
  const { t } = useTranslation('sites')
  const [news, setNews] = useState('')
  const left = locales.filter((one) => !order.includes(one))
  const set = (next: string[]) => onChange(next.length ? next : null)

  function put(locale: string, to: number) {
    if (to < 0 || to >= order.length) return setNews(t('noFurther'))
    set(order.filter((one) => one !== locale).toSpliced(to, 0, locale))
    setNews(t('moved', { name: languageName(locale), place: to + 1, count: order.length }))
  }

  function place(locale: string, over: string, side: Side) {
    const others = order.filter((one) => one !== locale)
    put(locale, others.indexOf(over) + (side === 'after' ? 1 : 0))
  }

  const step = (locale: string, way: Way) =>
    (way === 'up' || way === 'down') && put(locale, order.indexOf(locale) + (way === 'up' ? -1 : 1))

  return (
    <Input.Wrapper
      label={t('fallback')}
      description={t('fallbackHint')}
      error={error}
      id={fieldId(['fallback_order'])}
      labelElement="div"
    >
      <Outline news={news} onPlace={place}>
        <ol className={classes.order} aria-label={t('fallback')}>
          {order.map((one) => (
            <OutlineRow
              key={one}
              id={one}
              elementId={fieldId(['fallback_order', one])}
              label={languageName(one)}
              isFixed={isReadOnly}
              onStep={(way) => step(one, way)}
              className={classes.language}
            >
              <Group gap={4} wrap="nowrap">
                {!isReadOnly && (
                  <OutlineHandle
                    id={one}
                    title={languageName(one)}
                    label={t('actionsOf', { name: languageName(one) })}
                    menu={
                      <>
                        <Menu.Item disabled={order[0] === one} onClick={() => step(one, 'up')}>
                          {t('menu.up')}
                        </Menu.Item>
                        <Menu.Item disabled={order.at(-1) === one} onClick={() => step(one, 'down')}>
                          {t('menu.down')}
                        </Menu.Item>
                      </>
                    }
                  />
                )}
                <Text size="sm" flex={1}>
                  {languageName(one)}
                </Text>
                {!isReadOnly && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('takeOut', { name: languageName(one) })}
                    onClick={() => set(order.filter((other) => other !== one))}
                  >
                    <IconX size={16} />
                  </ActionIcon>
                )}
              </Group>
            </OutlineRow>
          ))}
        </ol>
      </Outline>
      {!isReadOnly && left.length > 0 && (
        <NativeSelect
          aria-label={t('addFallback')}
          data={[
            { value: '', label: t('addFallback') },
            ...left.map((value) => ({ value, label: languageName(value) })),
          ]}
          value=""
          onChange={(event) => event.currentTarget.value && set([...order, event.currentTarget.value])}
          maw={320}
          mt={4}
        />
      )}
    </Input.Wrapper>
  )
}
