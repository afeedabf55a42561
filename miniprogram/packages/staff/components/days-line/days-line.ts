import type { LineView } from './view'

/** A line over the days, from nobody to everybody; what it shows is said in words below it. */
Component({
  properties: {
    /** `LineView` */
    line: { type: Object, value: null as unknown as LineView },
  },
})
