/** 检查房间, opened from the request of anybody in the room. */
Page({
  data: { id: '' },

  onLoad({ id = '' }: { id?: string }) {
    this.setData({ id })
  },
})
