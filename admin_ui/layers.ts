/**
 * The folders of src/ from the ground up. Each may import from the rows above its own in this list, none from its own row
 * or below: so there is no circle between folders. src/test/layers.test.ts compares the imports with it.
 */
export const LAYERS = [
  // what everything stands on
  ['api', 'i18n'],
  ['content-types', 'finder', 'words'],
  ['ui'],
  ['session'],
  ['creation'],
  // the form of any item, and the item that is open in it
  ['form'],
  ['editing'],
  // one folder per feature
  ['account', 'audit', 'bin', 'home', 'lists', 'mails', 'outbox', 'redirects', 'webhooks'],
  ['files', 'history', 'menus', 'preview', 'sites', 'vocabularies'],
  ['applications', 'people', 'programme', 'publishing', 'rich-text', 'transfers'],
  ['bulk', 'collaboration', 'releases'],
  // put together
  ['item'],
  ['app'],
] as const
