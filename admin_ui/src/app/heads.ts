import { lazy } from 'react'
import type { FormRegistry } from '../form/registry'

/** What stands above the form of a content type. */
export const HEADS: FormRegistry['heads'] = {
  ApplicationForm: {
    component: lazy(async () => ({ default: (await import('../applications/form-builder/FormBuilder')).FormBuilder })),
    fields: ['title', 'steps'],
  },
  CallForHosts: {
    component: lazy(async () => ({ default: (await import('../applications/calls/CallHead')).CallHead })),
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
