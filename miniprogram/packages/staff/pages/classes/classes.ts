import { DESK } from '../../../../services/arrival'
import { call } from '../../../../services/call'
import { NOTHING_LOADED, showing } from '../../../../services/loading'
import { openClass } from '../../services/open'
import { toClassesView, type ClassesView } from './view'

type ClassEvent = WechatMiniprogram.TouchEvent<object, object, { name: string }>

/** 学院核验: my classes, with how many of each can be verified. */
Page({
  ...showing(DESK),

  data: {
    ...NOTHING_LOADED,
    view: null as ClassesView | null,
  },

  async ask() {
    this.setData({ view: toClassesView(await call('desk.classes', {})) })
  },

  open({ currentTarget }: ClassEvent) {
    openClass(currentTarget.dataset.name)
  },
})
