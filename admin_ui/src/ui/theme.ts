import { type CSSVariablesResolver, createTheme } from '@mantine/core'
import { foundOptions } from './foundOptions'

/** One accent; shades and contrast chosen so that text on it and on grey passes WCAG AA in light and dark. */
export const theme = createTheme({
  primaryColor: 'cyan',
  primaryShade: 9,
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: { fontFamily: '"Inter Variable", system-ui, sans-serif', fontWeight: '650' },
  components: {
    // by their names, because every screen would load what is only told about here;
    // a page has one banner, and the head of a dialog is none
    ModalHeader: { defaultProps: { role: 'none' } },
    DrawerHeader: { defaultProps: { role: 'none' } },
    // Mantine hides the list where its field is out of sight, and may miss that the field has come back
    Combobox: { defaultProps: { hideDetached: false } },
    // the cursor goes to the first entry: ARIA lets nothing but entries stand inside a menu
    Select: { defaultProps: { filter: foundOptions } },
    MultiSelect: { defaultProps: { filter: foundOptions } },
    TagsInput: { defaultProps: { filter: foundOptions } },
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    // what is wider than the screen is scrolled by keyboard too
    TableScrollContainer: { defaultProps: { scrollAreaProps: { viewportProps: { tabIndex: 0 } } } },
    // named as every other field is
    Fieldset: {
      styles: {
        root: { marginInline: 0 },
        legend: { fontSize: 'var(--mantine-font-size-sm)', fontWeight: 'var(--mantine-font-weight-medium)' },
      },
    },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Dismiss' } } },
  },
})

const PALE = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'cyan', 'blue'] as const
const DARKER_TEXT: Partial<Record<(typeof PALE)[number], string>> = {
  yellow: '#714400',
  orange: '#8f3a00',
  green: '#1e6b2e',
  teal: '#066649',
}

/** Mantine's own pale badges and notices have too little contrast for small text. */
function paleColors(): Record<string, string> {
  const pairs = PALE.map((color) => [
    [`--mantine-color-${color}-light`, `var(--mantine-color-${color}-${color === 'gray' ? 1 : 0})`],
    [`--mantine-color-${color}-light-hover`, `var(--mantine-color-${color}-${color === 'gray' ? 2 : 1})`],
    [`--mantine-color-${color}-light-color`, DARKER_TEXT[color] ?? `var(--mantine-color-${color}-9)`],
  ])
  return Object.fromEntries(pairs.flat())
}

/** What is wrong is told in small letters: Mantine's own red is too pale for them. */
const ERROR = { light: { '--mantine-color-error': '#c92a2a' }, dark: { '--mantine-color-error': '#ff8787' } }
/** Links stand in notices too. */
const DARK_NOTICES = { '--mantine-color-yellow-light': '#4d2d00' }

/** Under the mouse darker, not lighter: white on the lighter one is too pale. */
const HOVERED = { '--mantine-color-cyan-filled-hover': '#095c69', '--mantine-primary-color-filled-hover': '#095c69' }

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...HOVERED,
    ...ERROR.light,
    '--mantine-color-placeholder': '#5c636a',
    '--mantine-color-dimmed': '#545b62',
    ...paleColors(),
  },
  dark: {
    ...HOVERED,
    ...ERROR.dark,
    ...DARK_NOTICES,
    '--mantine-color-placeholder': '#a6a7ab',
    '--mantine-color-dimmed': '#b0b3b8',
  },
})
