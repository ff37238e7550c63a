import { Burger, Text } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useLocation } from 'react-router'
import { CreatorsProvider } from '../../creation/creators'
import { CREATORS } from '../creators'
import { PaletteHost } from '../palette/PaletteHost'
import { AccountMenu } from './AccountMenu'
import classes from './Layout.module.css'
import { Navigation } from './Navigation'
import { SkipLink } from './SkipLink'

/** The frame of every screen: where one can go, who one is, and the screen itself. */
export function Layout() {
  const { t } = useTranslation('shell')
  const [isOpen, setOpen] = useState(false)
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const burger = useRef<HTMLButtonElement>(null)
  const menu = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address closes the menu
  useEffect(() => setOpen(false), [pathname])
  const leave = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return
    setOpen(false)
    burger.current?.focus()
  }
  return (
    <CreatorsProvider value={CREATORS}>
      <div className={classes.shell} data-menu={isOpen || undefined}>
        <SkipLink to={main} />
        <header className={classes.header}>
          <Burger
            ref={burger}
            className={classes.burger}
            opened={isOpen}
            onClick={() => setOpen(!isOpen)}
            onKeyDown={leave}
            size="sm"
            aria-label={t('menu')}
            aria-expanded={isOpen}
            aria-controls={menu}
          />
          <Text component={Link} to="/" fw={700} c="inherit" td="none" className={classes.name}>
            Cluster CMS
          </Text>
          <PaletteHost />
          <AccountMenu />
        </header>
        <nav id={menu} className={classes.menu} aria-label={t('navigation')} onKeyDown={leave}>
          <Navigation />
        </nav>
        <main ref={main} className={classes.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
    </CreatorsProvider>
  )
}
