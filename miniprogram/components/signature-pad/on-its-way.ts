/** The value of a signature that is drawn and not in the cloud yet. */
export const ON_ITS_WAY = 'on its way'
