/** 预览: a cohort as students will see it. */
Page({
  data: { cohort: '' },

  onLoad({ cohort = '' }: { cohort?: string }) {
    this.setData({ cohort })
  },
})
