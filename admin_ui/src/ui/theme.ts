import { type CSSVariablesResolver, createTheme, Notification } from '@mantine/core'

/** One accent; shades and contrast chosen so that text on it and on grey passes WCAG AA in light and dark. */
export const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: { light: 9, dark: 8 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '650' },
  components: {
    Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } }),
  },
})

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-placeholder': '#5c636a', '--mantine-color-dimmed': '#545b62' },
  dark: { '--mantine-color-placeholder': '#a6a7ab', '--mantine-color-dimmed': '#b0b3b8' },
})
