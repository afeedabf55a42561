/** Stands for a signature or a photo that is not in the cloud yet. */
export const ON_ITS_WAY = 'on its way'
