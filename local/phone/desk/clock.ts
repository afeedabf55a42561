import { moveClock, readClock } from './cloud'
import { element, section } from './element'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const STEPS = [
  { label: '过 1 小时', by: HOUR },
  { label: '过 1 天', by: DAY },
  { label: '过 1 周', by: 7 * DAY },
  { label: '回 1 天', by: -DAY },
]

const DATE = shanghai({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' })
const TIME = shanghai({ hour: '2-digit', minute: '2-digit', hour12: false })

/** The cloud's clock, which decides what is due and what is late. */
export class ClockView {
  private readonly shown = element('p', { class: 'time' })
  private readonly input = element('input', {
    type: 'datetime-local',
    'aria-label': '改到这个时间',
  })
  private offset = 0

  constructor(
    private readonly onTick: (time: string) => void,
    private readonly onMove: () => void,
  ) {
    const steps = STEPS.map(({ label, by }) => this.button(label, () => this.now + by))
    const form = element('form', {}, this.input, element('button', {}, '改到这个时间'))
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (this.input.value !== '') void this.move(Date.parse(`${this.input.value}+08:00`))
    })
    section('clock').append(this.shown, element('div', { class: 'actions' }, ...steps), form)
  }

  async start(): Promise<void> {
    await this.read()
    setInterval(() => this.show(), 1000)
  }

  /** The clock was moved, here or elsewhere. */
  async read(): Promise<void> {
    this.offset = (await readClock()).getTime() - Date.now()
    this.input.value = new Date(this.now + 8 * HOUR).toISOString().slice(0, 16)
    this.show()
  }

  private get now(): number {
    return Date.now() + this.offset
  }

  private show(): void {
    const time = TIME.format(this.now)
    const text = `${DATE.format(this.now)} ${time}`
    if (this.shown.textContent !== text) this.shown.textContent = text
    this.onTick(time)
  }

  private async move(to: number): Promise<void> {
    await moveClock(new Date(to))
    await this.read()
    this.onMove()
  }

  private button(label: string, to: () => number): HTMLButtonElement {
    const button = element('button', { type: 'button' }, label)
    button.addEventListener('click', () => void this.move(to()))
    return button
  }
}

function shanghai(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', ...options })
}
