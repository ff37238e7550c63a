import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

type Head = { component: LazyExoticComponent<ComponentType>; fields: readonly string[] }

/** What stands above the form of a content type, and the fields that are edited there instead of in the form. */
export const HEADS: Record<string, Head> = {
  ApplicationForm: {
    component: lazy(async () => ({ default: (await import('../form-builder/FormBuilder')).FormBuilder })),
    fields: ['title', 'steps'],
  },
  CallForHosts: {
    component: lazy(async () => ({ default: (await import('../calls/CallHead')).CallHead })),
    fields: ['time_zone', 'opens', 'cutoffs', 'closes'],
  },
  FileAsset: {
    component: lazy(async () => ({ default: (await import('../files/FileHead')).FileHead })),
    fields: ['mime', 'byte_size', 'sha256', 'width', 'height', 'page_count', 'alt', 'focal_point'],
  },
  Menu: {
    component: lazy(async () => ({ default: (await import('../menus/MenuHead')).MenuHead })),
    fields: ['entries'],
  },
  Site: {
    component: lazy(async () => ({ default: (await import('../sites/SiteHead')).SiteHead })),
    fields: ['locales', 'default_locale', 'fallback_order'],
  },
  Vocabulary: {
    component: lazy(async () => ({ default: (await import('../vocabularies/TermsHead')).TermsHead })),
    fields: ['terms'],
  },
}

export function isShownInHead(type: string, field: string): boolean {
  return HEADS[type]?.fields.includes(field) ?? false
}
