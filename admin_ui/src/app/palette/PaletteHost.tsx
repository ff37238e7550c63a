import { Button, Kbd, Text } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { everyText } from '../../i18n'
import { whenIdle } from '../../ui/whenIdle'
import classes from './PaletteHost.module.css'

const load = async () => (await Promise.all([import('./Palette'), everyText()]))[0]
const Palette = lazy(async () => ({ default: (await load()).Palette }))

/** The way to the palette, by mouse and by Ctrl-K; the palette itself is loaded after the screen. */
export function PaletteHost() {
  const { t } = useTranslation('palette')
  const [asked, setAsked] = useState(0)
  // whoever knows the keys types on at once
  useEffect(() => whenIdle(() => void load()), [])
  // before the screen is seen: what is pressed as soon as it stands there must count
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      setAsked((before) => before + 1)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
  return (
    <>
      <Button
        className={classes.open}
        variant="default"
        aria-label={t('open')}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setAsked(asked + 1)}
      >
        <IconSearch size={16} aria-hidden />
        <Text span size="sm" c="dimmed" visibleFrom="md" mx="xs">
          {t('open')}
        </Text>
        <Kbd size="xs" visibleFrom="md">
          Ctrl K
        </Kbd>
      </Button>
      <Suspense>{asked > 0 && <Palette asked={asked} />}</Suspense>
    </>
  )
}
