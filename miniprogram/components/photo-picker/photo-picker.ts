import type { PhotoView } from '../../../domain/procedures/answers'
import { PHOTOS_MOST } from '../../../domain/procedures/forms/fields'
import {
  choosePhotos,
  uploadPhoto,
  wantsConsent,
  whyNoPhoto,
  type Size,
} from '../../services/photos'
import { arrived, shotsOf, UNMEASURED, withShot, type Shot } from './shot'

type ShotEvent = WechatMiniprogram.TouchEvent<object, object, { key: string }>
type Measuring = WechatMiniprogram.CustomEvent<Partial<Size>, object, { key: string }>

/**
 * Photos from the camera or the album, made small and sent into the cloud at once. Fires `change` with
 * `{ photos: PhotoView[], waiting: number }`: those in the cloud, whose ids a form sends, and how many
 * are not there (yet). One that failed stays, to be sent again or taken away.
 */
Component({
  properties: {
    label: { type: String, value: '照片' },
    /** What a photo helps for; may be empty. */
    hint: { type: String, value: '' },
    /** Those that are in the cloud already, `PhotoView[]`; may simply follow `change`. */
    photos: { type: Array, value: [] as PhotoView[] },
    most: { type: Number, value: PHOTOS_MOST },
    /** The sentence of what is wrong; may be empty. */
    wrong: { type: String, value: '' },
  },

  data: { shots: [] as Shot[], trouble: '', consenting: false, count: 0 },

  observers: {
    photos(photos: PhotoView[]) {
      const known = arrived(this.data.shots).map(({ id }) => id)
      const same = photos.map(({ id }) => id).join() === known.join()
      if (!same) this.setData({ shots: shotsOf(photos) })
    },
  },

  methods: {
    async add() {
      this.setData({ trouble: '' })
      try {
        const paths = await choosePhotos(this.data.most - this.data.shots.length)
        const added = paths.map((url): Shot => {
          const key = `shot-${this.data.count}`
          this.data.count += 1
          return { key, url, id: '', state: 'new', percent: 0, size: UNMEASURED }
        })
        this.show([...this.data.shots, ...added])
      } catch (error) {
        const consenting = wantsConsent(error)
        this.setData({ consenting, trouble: consenting ? '' : whyNoPhoto(error) })
      }
    },

    /** Agreed to WeChat's guide: the photos can be chosen now. */
    agree({ detail }: WechatMiniprogram.CustomEvent<{ agreed: boolean }>) {
      if (detail.agreed) this.setData({ consenting: false })
    },

    /** The thumbnail is there and tells how large the photo is; one that cannot be shown goes as it is. */
    measured({ detail, currentTarget }: Measuring) {
      const { key } = currentTarget.dataset
      const shot = this.data.shots.find((each) => each.key === key)
      if (shot?.state !== 'new') return
      const { width = 0, height = 0 } = detail
      this.show(withShot(this.data.shots, key, { size: { width, height } }))
      void this.upload(key)
    },

    async upload(key: string) {
      const shot = this.data.shots.find((each) => each.key === key)
      if (!shot) return
      const change = (changed: Partial<Shot>) => this.show(withShot(this.data.shots, key, changed))
      change({ state: 'going', percent: 0 })
      try {
        const id = await uploadPhoto(shot.url, shot.size, (percent) => change({ percent }))
        change({ state: 'there', id })
      } catch (error) {
        console.warn('upload failed', error)
        change({ state: 'failed' })
      }
    },

    again({ currentTarget }: ShotEvent) {
      void this.upload(currentTarget.dataset.key)
    },

    remove({ currentTarget }: ShotEvent) {
      this.show(this.data.shots.filter(({ key }) => key !== currentTarget.dataset.key))
    },

    look({ currentTarget }: ShotEvent) {
      const urls = this.data.shots.map(({ url }) => url)
      const shot = this.data.shots.find(({ key }) => key === currentTarget.dataset.key)
      if (shot) wx.previewImage({ urls, current: shot.url }).catch(() => undefined)
    },

    show(shots: Shot[]) {
      const photos = arrived(shots)
      this.setData({ shots })
      this.triggerEvent('change', { photos, waiting: shots.length - photos.length })
    },
  },
})
