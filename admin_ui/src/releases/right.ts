/** The right that these screens take. */
export const RIGHT = 'publish'
