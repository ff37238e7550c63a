/** The right that these screens take. */
export const RIGHT = 'transfer'
