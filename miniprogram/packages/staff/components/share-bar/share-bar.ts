/** How many of all are done, pending and exempt, side by side. Decorative: the words beside it say it. */
Component({
  properties: {
    done: { type: Number, value: 0 },
    pending: { type: Number, value: 0 },
    exempt: { type: Number, value: 0 },
  },
})
