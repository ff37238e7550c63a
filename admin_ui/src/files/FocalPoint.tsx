import { Box, Button, Group, Text } from '@mantine/core'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldId } from '../form/fields/fieldProps'
import { useValue } from '../form/store/useDraft'
import classes from './FocalPoint.module.css'
import { MIDDLE, movedBy, type Point, within } from './focus'

const CROPS = ['16 / 9', '1 / 1', '4 / 5']
const PATH = ['focal_point']

type Props = { source: string; width: number; height: number; isReadOnly: boolean }

/** What must stay visible where the picture is cut: set by a click or by arrow keys, with the cuts beside it. */
export function FocalPoint({ source, width, height, isReadOnly }: Props) {
  const { t } = useTranslation('files')
  const [value, set] = useValue<Point>(PATH)
  const point = { ...MIDDLE, ...value }
  const words = t('focalAt', { x: Math.round(point.x * 100), y: Math.round(point.y * 100) })

  function click(event: MouseEvent<HTMLElement>) {
    const box = event.currentTarget.getBoundingClientRect()
    set(within({ x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height }))
  }

  function press(event: KeyboardEvent) {
    const moved = movedBy(event.key, event.shiftKey, point)
    if (!moved) return
    event.preventDefault()
    set(moved)
  }

  return (
    <div className={classes.all}>
      <Box>
        <div
          className={classes.picture}
          style={{ aspectRatio: `${width} / ${height}`, maxWidth: `calc(22rem * ${width / height})` }}
        >
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the handle inside does the same by keyboard */}
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the handle inside does the same by keyboard */}
          <div className={classes.surface} onClick={isReadOnly ? undefined : click}>
            <img src={source} alt="" className={classes.image} />
            <button
              type="button"
              id={fieldId(PATH)}
              className={classes.handle}
              style={{ left: `${point.x * 100}%`, top: `${point.y * 100}%` }}
              aria-label={words}
              onClick={(event) => event.stopPropagation()}
              onKeyDown={press}
              disabled={isReadOnly}
            />
          </div>
        </div>
        <Group gap="xs" mt="xs" mih={26}>
          <Text size="xs" c="dimmed">
            {t('focalHint')}
          </Text>
          {value && !isReadOnly && (
            <Button size="compact-xs" variant="subtle" onClick={() => set(null)}>
              {t('focalMiddle')}
            </Button>
          )}
          <span role="status" className="visually-hidden">
            {value ? words : ''}
          </span>
        </Group>
      </Box>
      <div className={classes.crops}>
        {CROPS.map((ratio) => (
          <figure key={ratio} className={classes.crop}>
            <img
              src={source}
              alt=""
              className={classes.cut}
              style={{ aspectRatio: ratio, objectPosition: `${point.x * 100}% ${point.y * 100}%` }}
            />
            <Text component="figcaption" size="xs" c="dimmed">
              {ratio.replace(' / ', ':')}
            </Text>
          </figure>
        ))}
      </div>
    </div>
  )
}
