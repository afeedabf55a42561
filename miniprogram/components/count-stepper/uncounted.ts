/** Nothing counted yet, so that nobody hands in a number that they did not look at. */
export const UNCOUNTED = -1
