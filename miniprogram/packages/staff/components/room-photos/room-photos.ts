import { PHOTOS_MOST } from '../../../../../domain/procedures/forms/fields'
import { choosePhotos, wantsConsent, whyNoPhoto, type Size } from '../../../../services/photos'
import { forgetPhotos, savePhotos, type DraftPhoto } from '../../inspections/photos'

type Measuring = WechatMiniprogram.CustomEvent<Partial<Size>, object, { file: string }>
type PhotoEvent = WechatMiniprogram.TouchEvent<object, object, { file: string }>

/**
 * Photos of a room, saved on the phone as soon as they are taken: a corridor may have no network. They
 * are sent with the inspection. Fires `change`.
 */
Component({
  properties: {
    /** `DraftPhoto[]` */
    photos: { type: Array, value: [] as DraftPhoto[] },
    wrong: { type: String, value: '' },
  },

  data: { most: PHOTOS_MOST, trouble: '', consenting: false },

  methods: {
    async add() {
      this.setData({ trouble: '' })
      try {
        const paths = await choosePhotos(this.data.most - this.data.photos.length)
        this.tell([...this.data.photos, ...(await savePhotos(paths))])
      } catch (error) {
        const consenting = wantsConsent(error)
        this.setData({ consenting, trouble: consenting ? '' : whyNoPhoto(error) })
      }
    },

    /** Agreed to WeChat's guide: the photos can be chosen now. */
    agree({ detail }: WechatMiniprogram.CustomEvent<{ agreed: boolean }>) {
      if (detail.agreed) this.setData({ consenting: false })
    },

    /** The thumbnail tells how large the photo is, so that it can be made smaller before it is sent. */
    measured({ detail, currentTarget }: Measuring) {
      const { file } = currentTarget.dataset
      const { width = 0, height = 0 } = detail
      const known = this.data.photos.some((photo) => photo.file === file && photo.size.width > 0)
      if (known || width === 0) return
      this.tell(
        this.data.photos.map((photo) =>
          photo.file === file ? { ...photo, size: { width, height } } : photo,
        ),
      )
    },

    look({ currentTarget }: PhotoEvent) {
      const urls = this.data.photos.map(({ file }) => file)
      wx.previewImage({ urls, current: currentTarget.dataset.file }).catch(() => undefined)
    },

    remove({ currentTarget }: PhotoEvent) {
      const { file } = currentTarget.dataset
      forgetPhotos(this.data.photos.filter((photo) => photo.file === file))
      this.tell(this.data.photos.filter((photo) => photo.file !== file))
    },

    tell(photos: DraftPhoto[]) {
      this.triggerEvent('change', { photos })
    },
  },
})
