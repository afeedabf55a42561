import type { PhotoView } from '../../../domain/procedures/answers'
import type { Size } from '../../services/photos'

/** One photo of the picker, on its way into the cloud. */
export interface Shot {
  key: string
  /** What shows it: the file on the phone, or a link to the cloud. */
  url: string
  /** Its file id; empty until it has arrived. */
  id: string
  /** `new`: not measured yet. */
  state: 'new' | 'going' | 'there' | 'failed'
  percent: number
  size: Size
}

export const UNMEASURED: Size = { width: 0, height: 0 }

/** Photos that are in the cloud already. */
export function shotsOf(photos: readonly PhotoView[]): Shot[] {
  return photos.map(({ id, url }) => ({
    key: id,
    // WeChat shows a file of the cloud by its id, too.
    url: url || id,
    id,
    state: 'there',
    percent: 100,
    size: UNMEASURED,
  }))
}

export function arrived(shots: readonly Shot[]): PhotoView[] {
  return shots.filter(({ state }) => state === 'there').map(({ id, url }) => ({ id, url }))
}

/** The shots with one of them changed; one that was taken away meanwhile stays away. */
export function withShot(shots: readonly Shot[], key: string, change: Partial<Shot>): Shot[] {
  return shots.map((shot) => (shot.key === key ? { ...shot, ...change } : shot))
}
