import type { SheetView } from '../../pages/sheet/view'

/** One step of a sheet with its items. Fires `open` with `{ code }`. */
Component({
  properties: {
    /** A step of `SheetView`. */
    step: { type: Object, value: null as unknown as SheetView['steps'][number] },
    /** The item that is open beside the sheet; empty when none is. */
    chosen: { type: String, value: '' },
  },

  methods: {
    open(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
      this.triggerEvent('open', { code: event.currentTarget.dataset.code })
    },
  },
})
