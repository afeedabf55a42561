/** What became of one of several requests that were decided at once. */
export interface ResultView {
  /** The request. */
  id: string
  name: string
  ok: boolean
  words: string
}
