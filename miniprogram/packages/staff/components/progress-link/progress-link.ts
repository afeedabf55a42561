import { mayI } from '../../services/my-desk'

/** 进度 at the desk, for those who may count: the list of a class is two taps from here. */
Component({
  data: { shown: false },

  lifetimes: {
    attached() {
      void mayI('statistics.overview').then((shown) => this.setData({ shown }))
    },
  },

  methods: {
    open() {
      void wx.navigateTo({ url: '/packages/staff/pages/statistics/statistics' })
    },
  },
})
