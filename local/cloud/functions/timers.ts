import { Cron } from 'croner'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { FunctionFolder } from './function-config'
import type { Runner } from './runner'

interface Timer {
  function: string
  name: string
  cron: Cron
  /** Undefined when its year has passed. */
  due: Date | undefined
}

/** The longest wait of setTimeout; an alarm that comes too early finds nothing due. */
const LONGEST_WAIT = 2 ** 31 - 1

/**
 * CloudBase's timers: seven fields (second minute hour day month weekday year), read in Shanghai's
 * time, following the cloud's clock. A clock moved past several due times fires a timer once.
 */
export class Timers {
  #timers: Timer[] = []
  #alarm: NodeJS.Timeout | undefined
  readonly #firing = new Set<Promise<void>>()
  readonly #stopListening: () => void

  constructor(
    private readonly folder: FunctionFolder,
    private readonly runner: Runner,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.#stopListening = clock.onMoved(() => {
      this.#check()
    })
  }

  /** Reads the triggers of all functions anew. Throws an error naming the function for a wrong one. */
  load(): void {
    this.#timers = this.folder.names().flatMap((name) =>
      this.folder.config(name).triggers.map((trigger) => ({
        function: name,
        name: trigger.name,
        cron: parse(name, trigger.config),
        due: undefined,
      })),
    )
    for (const timer of this.#timers) this.#plan(timer)
    this.#setAlarm()
  }

  /** Fires a function's timer now and answers what the function returned. */
  fire(functionName: string): Promise<unknown> {
    const timer = this.#timers.find((known) => known.function === functionName)
    return this.#invoke(functionName, timer?.name ?? functionName, this.clock.now())
  }

  async close(): Promise<void> {
    clearTimeout(this.#alarm)
    this.#timers = []
    this.#stopListening()
    await Promise.all(this.#firing)
  }

  #check(): void {
    const now = this.clock.now()
    for (const timer of this.#timers) {
      if (timer.due && timer.due <= now) this.#fireDue(timer, timer.due)
      this.#plan(timer)
    }
    this.#setAlarm()
  }

  #plan(timer: Timer): void {
    timer.due = timer.cron.nextRun(this.clock.now()) ?? undefined
  }

  #fireDue(timer: Timer, due: Date): void {
    const firing = this.#invoke(timer.function, timer.name, due).then(
      () => undefined,
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        this.log({ level: 'error', function: timer.function, text: `定时器失败：${reason}` })
      },
    )
    this.#firing.add(firing)
    void firing.then(() => this.#firing.delete(firing))
  }

  #invoke(functionName: string, trigger: string, time: Date): Promise<unknown> {
    const event = { Type: 'Timer', TriggerName: trigger, Time: time.toISOString(), Message: '' }
    return this.runner.invoke(functionName, event, { source: 'wx_trigger' })
  }

  #setAlarm(): void {
    clearTimeout(this.#alarm)
    const dues = this.#timers.flatMap(({ due }) => (due ? [due.getTime()] : []))
    if (dues.length === 0) return
    const wait = Math.min(...dues) - this.clock.now().getTime()
    this.#alarm = setTimeout(
      () => {
        this.#check()
      },
      Math.min(Math.max(wait, 0), LONGEST_WAIT),
    )
    this.#alarm.unref()
  }
}

function parse(functionName: string, pattern: string): Cron {
  try {
    return new Cron(pattern, { paused: true, mode: '7-part', timezone: 'Asia/Shanghai' })
  } catch (error) {
    throw new Error(`云函数 ${functionName} 的定时器「${pattern}」看不懂：${String(error)}`)
  }
}
