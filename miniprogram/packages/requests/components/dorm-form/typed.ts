import type { PhotoView, ProcedureAnswer } from '../../../../../domain/procedures/answers'
import {
  dormCheckoutForm,
  type DormCheckoutForm,
} from '../../../../../domain/procedures/forms/dorm-checkout'
import { UNCOUNTED } from '../../../../components/count-stepper/uncounted'
import { wrongIn, type Texts, type Values } from '../../../../services/submission'

/** What stands in the form; anything of it may be missing or wrong still. */
export interface DormTyped {
  leaveOn: string
  slot: string
  keys: number
  phone: string
  /** The condition is empty until the student has looked. */
  checklist: { thing: string; condition: string }[]
  photos: PhotoView[]
  remarks: string
}

export const NOTHING_TYPED: DormTyped = {
  leaveOn: '',
  slot: '',
  keys: UNCOUNTED,
  phone: '',
  checklist: [],
  photos: [],
  remarks: '',
}

/**
 * What the form opens with: what was typed last and not handed in, else what was handed in, else
 * nothing; the things are always those of the room.
 */
export function startingFrom(answer: ProcedureAnswer, draft: DormTyped | null): DormTyped {
  const typed = draft ?? typedLast(answer) ?? NOTHING_TYPED
  return {
    ...typed,
    checklist: answer.things.map((thing) => {
      const seen = typed.checklist.find((row) => row.thing === thing)
      return { thing, condition: seen?.condition ?? '' }
    }),
  }
}

function typedLast({ typed, request }: ProcedureAnswer): DormTyped | null {
  if (!typed) return null
  const form = typed as DormCheckoutForm
  const links = request?.photos ?? []
  const photos = form.photos.map((id) => links.find((link) => link.id === id) ?? { id, url: '' })
  return { ...form, photos }
}

/** What the phone keeps: of a photo its id alone, because links and files of the moment end. */
export function forLater(typed: DormTyped): DormTyped {
  return { ...typed, photos: typed.photos.map(({ id }) => ({ id, url: '' })) }
}

/** What is handed in. */
export function inputOf({ keys, photos, ...typed }: DormTyped): Values {
  return {
    ...typed,
    keys: keys === UNCOUNTED ? undefined : keys,
    photos: photos.map(({ id }) => id),
  }
}

/**
 * What is wrong, by field.
 * @param waiting how many photos are not in the cloud
 */
export function wrongWith(typed: DormTyped, waiting: number): Texts {
  const wrong = wrongIn(dormCheckoutForm, inputOf(typed))
  if (waiting === 0) return wrong
  return { ...wrong, photos: `还有 ${waiting} 张照片没有传好，等一等，或者重传、去掉` }
}
