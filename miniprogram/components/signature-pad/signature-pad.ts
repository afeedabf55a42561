import { uploadPicture } from '../../services/photos'
import { spread, stroke, type Canvas, type Point } from './ink'
import { ON_ITS_WAY } from './on-its-way'

type Touching = Pick<WechatMiniprogram.TouchCanvas, 'touches'>

/** Between two strokes of a name a finger rests for less. */
const REST_MS = 1000

/**
 * A signature, drawn with the finger and sent into the cloud when the finger rests. Fires `change`
 * with `{ value }`: its file id, `ON_ITS_WAY` before it has one, nothing when it was wiped off.
 */
Component({
  properties: {
    label: { type: String, value: '' },
    /** What `change` said last; a file id shows the signature that was given before. */
    value: { type: String, value: '' },
    wrong: { type: Boolean, value: false },
  },

  data: {
    /** Signed on this very sheet. */
    inked: false,
    /** In the cloud. */
    signed: false,
    failed: false,
    canvas: null as Canvas | null,
    size: { width: 0, height: 0 },
    last: null as Point | null,
    timer: 0,
    /** Counts the strokes, so that only the whole signature arrives. */
    strokes: 0,
  },

  observers: {
    value(value: string) {
      this.setData({ signed: value !== '' && value !== ON_ITS_WAY })
    },
  },

  lifetimes: {
    ready() {
      if (!this.data.value.startsWith('cloud://')) this.prepare()
    },
    detached() {
      clearTimeout(this.data.timer)
    },
  },

  methods: {
    prepare() {
      const query = wx.createSelectorQuery().in(this)
      query.select('.pad').fields({ node: true, size: true })
      query.exec(([found]: [{ node: Canvas; width: number; height: number } | null]) => {
        if (!found) return
        this.data.canvas = found.node
        this.data.size = { width: found.width, height: found.height }
        this.clean()
      })
    },

    clean() {
      const { canvas, size } = this.data
      if (canvas) spread(canvas, size.width, size.height, wx.getWindowInfo().pixelRatio)
    },

    start({ touches: [touch] }: Touching) {
      const { canvas } = this.data
      if (!canvas || !touch) return
      clearTimeout(this.data.timer)
      this.data.strokes += 1
      this.draw(touch, touch)
      if (!this.data.inked || this.data.failed) this.setData({ inked: true, failed: false })
      this.tell(ON_ITS_WAY)
    },

    move({ touches: [touch] }: Touching) {
      if (this.data.last && touch) this.draw(this.data.last, touch)
    },

    end() {
      if (!this.data.last) return
      this.data.last = null
      this.data.timer = setTimeout(() => void this.send(), REST_MS)
    },

    draw(from: Point, { x, y }: Point) {
      const { canvas } = this.data
      if (canvas) stroke(canvas, from, { x, y })
      this.data.last = { x, y }
    },

    async send() {
      const { canvas, strokes } = this.data
      if (!canvas) return
      this.setData({ failed: false })
      try {
        const { tempFilePath } = await wx.canvasToTempFilePath({ canvas, fileType: 'png' }, this)
        const id = await uploadPicture(tempFilePath, 'png')
        if (strokes === this.data.strokes) this.tell(id)
      } catch (error) {
        console.warn('signature not sent', error)
        if (strokes === this.data.strokes) this.setData({ failed: true })
      }
    },

    again() {
      void this.send()
    },

    wipe() {
      clearTimeout(this.data.timer)
      this.data.strokes += 1
      this.setData({ inked: false, failed: false })
      this.tell('')
      if (this.data.canvas) this.clean()
      else wx.nextTick(() => this.prepare())
    },

    tell(value: string) {
      if (value !== this.data.value) this.triggerEvent('change', { value })
    },
  },
})
