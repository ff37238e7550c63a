import { lazy } from 'react'
import { CONTROLS as OF_THE_FORM } from '../form/fields/controls'
import type { FormRegistry } from '../form/registry'

/** How each kind of field is edited. */
export const CONTROLS: FormRegistry['controls'] = {
  ...OF_THE_FORM,
  RichText: lazy(async () => ({ default: (await import('../rich-text/RichTextField')).RichTextField })),
  File: lazy(async () => ({ default: (await import('../files/FileField')).FileField })),
}

export const OWN_CONTROLS: FormRegistry['ownControls'] = {
  Edition: {
    days: lazy(async () => ({ default: (await import('../programme/ProgrammeField')).ProgrammeField })),
  },
}
