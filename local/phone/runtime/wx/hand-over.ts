import { actionSheet, permissionSheet } from '../overlays/sheet'
import { toast } from '../overlays/toast'
import { api, ApiFailure } from './api'
import type { Apis } from './context'

interface CalendarEntry {
  title: string
  /** Seconds since 1970. */
  startTime: number
  endTime?: string
  allDay?: boolean
  description?: string
  location?: string
}

/** Handing something to the phone itself: a call, the calendar, the clipboard. */
export function handOverApis(): Apis {
  return {
    makePhoneCall: api('makePhoneCall', async ({ phoneNumber }: { phoneNumber: string }) => {
      const chosen = await actionSheet([`呼叫 ${phoneNumber}`])
      if (chosen < 0) throw new ApiFailure('cancel')
      toast(`预览不打电话：${phoneNumber}`)
    }),
    addPhoneCalendar: api('addPhoneCalendar', async (entry: CalendarEntry) => {
      const added = await permissionSheet('添加到日历', describe(entry), '添加', '不允许')
      if (!added) throw new ApiFailure('auth deny')
    }),
    setClipboardData: api('setClipboardData', async ({ data }: { data: string }) => {
      clipboard = data
      if (isSecureContext) await navigator.clipboard.writeText(data).catch(() => undefined)
      toast('内容已复制')
    }),
    getClipboardData: api('getClipboardData', () => ({ data: clipboard })),
    vibrateShort: api('vibrateShort', () => undefined),
  }
}

/** The phone's own clipboard; the browser may forbid to read the real one. */
let clipboard = ''

function describe({ title, startTime, allDay, description, location }: CalendarEntry): string[] {
  const style = allDay ? { dateStyle: 'full' } : { dateStyle: 'full', timeStyle: 'short' }
  const options = { ...style, timeZone: 'Asia/Shanghai' } as Intl.DateTimeFormatOptions
  const date = new Intl.DateTimeFormat('zh-CN', options).format(startTime * 1000)
  return [title, date, location, description].filter(
    (line) => line !== undefined && line !== '',
  ) as string[]
}
