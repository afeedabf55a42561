/** The one clock of the functions. */
export const clock = {
  now: (): Date => new Date(),
}
