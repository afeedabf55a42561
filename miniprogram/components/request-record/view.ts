import { CONDITIONS } from '../../../domain/procedures/forms/dorm-checkout'
import type { Line } from '../../../domain/sheet/sheet'

export interface RecordLine {
  key: string
  label: string
  /** What a tap copies; empty where nobody wants it elsewhere. */
  copied: string
  /** The value cut where something stands out. */
  parts: { key: string; text: string; loud: boolean }[]
}

/** How the checklist of a room is labelled in a request's lines. */
const CHECKLIST = '物品'
/** It is looked up at the post office's. */
const TRACKING = 'EMS 单号'
const FAULTS: readonly string[] = [CONDITIONS.damaged, CONDITIONS.missing]

/** Lines as the record shows them: in a checklist what is damaged or missing stands out. */
export function toRecordLines(lines: readonly Line[]): RecordLine[] {
  return lines.map(({ label, value }, index) => ({
    key: String(index),
    label,
    copied: label === TRACKING ? value : '',
    parts: (label === CHECKLIST ? value.split(FAULT) : [value]).map((text, place) => ({
      key: String(place),
      text,
      loud: label === CHECKLIST && FAULTS.includes(text),
    })),
  }))
}

/** In brackets, so that `split` keeps the words themselves. */
const FAULT = new RegExp(`(${FAULTS.join('|')})`)
