import type { Wheel, Wheels } from './wheels'

/** One part of a date or a time: its name, how far it goes, and how a row shows it. */
interface Unit {
  label: string
  from: number
  to(before: number[]): number
  show(value: number): string
}

const two = (value: number): string => String(value).padStart(2, '0')

const YEAR: Unit = { label: '年', from: 1900, to: () => 2100, show: (year) => `${year}年` }
const MONTH: Unit = { label: '月', from: 1, to: () => 12, show: (month) => `${month}月` }
const DAY: Unit = {
  label: '日',
  from: 1,
  to: ([year = 0, month = 1]) => new Date(Date.UTC(year, month, 0)).getUTCDate(),
  show: (day) => `${day}日`,
}
const HOUR: Unit = { label: '时', from: 0, to: () => 23, show: two }
const MINUTE: Unit = { label: '分', from: 0, to: () => 59, show: two }

/** How many parts `fields` of a date picker asks for. */
const FINENESS: Record<string, number> = { year: 1, month: 2, day: 3 }

export interface MomentOptions {
  value: unknown
  start: string
  end: string
}

/** `mode="date"`: `YYYY-MM-DD`, or less of it by `fields`; without a value it starts at today. */
export function dateWheels(options: MomentOptions, fields: string): Wheels {
  const today = new Date()
  const now = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
  const units = [YEAR, MONTH, DAY].slice(0, FINENESS[fields] ?? 3)
  return new MomentWheels(units, '-', options, now)
}

/** `mode="time"`: `hh:mm`; without a value it starts at now. */
export function timeWheels(options: MomentOptions): Wheels {
  const now = new Date()
  return new MomentWheels([HOUR, MINUTE], ':', options, [now.getHours(), now.getMinutes()])
}

/** Parts that count from the largest on; `start` and `end` bind a part while those before it are theirs. */
class MomentWheels implements Wheels {
  private readonly parts: number[]
  private readonly start: number[] | undefined
  private readonly end: number[] | undefined

  constructor(
    private readonly units: Unit[],
    private readonly separator: string,
    { value, start, end }: MomentOptions,
    now: number[],
  ) {
    this.start = this.read(start)
    this.end = this.read(end)
    this.parts = [...(this.read(value) ?? now)].slice(0, units.length)
    this.clamp()
  }

  get wheels(): Wheel[] {
    return this.units.map(({ label, show }, index) => {
      const [from, to] = this.limits(index)
      const rows = Array.from({ length: Math.max(1, to - from + 1) }, (_, row) => show(from + row))
      return { label, rows, chosen: (this.parts[index] ?? from) - from }
    })
  }

  turn(wheel: number, row: number): void {
    this.parts[wheel] = this.limits(wheel)[0] + row
    this.clamp()
  }

  get value(): string {
    return this.parts.map(two).join(this.separator)
  }

  private limits(index: number): [from: number, to: number] {
    const unit = this.units[index]
    const before = this.parts.slice(0, index)
    const bound = (limit: number[] | undefined): number | undefined =>
      before.every((part, at) => part === limit?.[at]) ? limit?.[index] : undefined
    return [bound(this.start) ?? unit?.from ?? 0, bound(this.end) ?? unit?.to(before) ?? 0]
  }

  private clamp(): void {
    this.parts.forEach((part, index) => {
      const [from, to] = this.limits(index)
      this.parts[index] = Math.max(from, Math.min(to, part))
    })
  }

  private read(text: unknown): number[] | undefined {
    const parts = typeof text === 'string' ? text.split(this.separator).map(Number) : []
    const isWhole = parts.length >= this.units.length && parts.every(Number.isInteger)
    return isWhole && text !== '' ? parts : undefined
  }
}
