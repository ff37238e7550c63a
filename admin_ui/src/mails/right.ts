/** The right that these screens take. */
export const RIGHT = 'manage_worker'
