/** 🟢 🟡 ⚪ with a shape of its own each, so that colour is never alone. Decorative: the word says it. */
Component({
  properties: {
    /** done, pending or exempt. */
    status: { type: String, value: 'pending' },
  },
})
