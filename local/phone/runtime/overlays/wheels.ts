import type { Wheel, Wheels } from '../wheels/wheels'
import { ask, button, element } from './overlay'

/** As in base.css. */
const ROW_HEIGHT = 44

/** WeChat's picker from below; answers the value, or null when it was cancelled. */
export function askWheels(heading: string, wheels: Wheels): Promise<string | null> {
  return ask<string | null>(
    heading || '请选择',
    (choose) => {
      const box = element('phone-sheet', '', 'picker')
      const bar = element('header')
      const confirm = (): void => choose(wheels.value)
      bar.append(
        button('取消', () => choose(null)),
        element(heading === '' ? 'span' : 'h2', heading),
        button('确定', confirm, 'confirm'),
      )
      const row = element('phone-wheels')
      row.append(...drawWheels(wheels))
      row.addEventListener('keydown', ({ key }) => {
        if (key === 'Enter') confirm()
      })
      box.append(bar, row)
      return box
    },
    null,
  )
}

function drawWheels(wheels: Wheels): HTMLElement[] {
  const drawn = wheels.wheels.map((_, index) => {
    return new DrawnWheel(index, (row) => {
      wheels.turn(index, row)
      show()
    })
  })
  const show = (): void => {
    wheels.wheels.forEach((wheel, index) => drawn[index]?.show(wheel))
  }
  show()
  // A list has no place to scroll to before it is on the screen.
  queueMicrotask(show)
  return drawn.map(({ list }) => list)
}

/** A list of which one row is chosen: by a click, by arrow keys, or by scrolling it to the middle. */
class DrawnWheel {
  readonly list = element('ul')
  private wheel: Wheel = { label: '', rows: [], chosen: 0 }

  constructor(
    private readonly index: number,
    private readonly choose: (row: number) => void,
  ) {
    this.list.setAttribute('role', 'listbox')
    this.list.tabIndex = 0
    this.list.addEventListener('keydown', (event) => this.press(event))
    this.list.addEventListener('scrollend', () => {
      this.pick(Math.round(this.list.scrollTop / ROW_HEIGHT))
    })
  }

  show(wheel: Wheel): void {
    const isOther = wheel.rows.join() !== this.wheel.rows.join()
    this.wheel = wheel
    this.list.setAttribute('aria-label', wheel.label)
    if (isOther) this.list.replaceChildren(...wheel.rows.map((text, row) => this.row(text, row)))
    const chosen = this.list.children[wheel.chosen]
    for (const row of this.list.querySelectorAll('[aria-selected="true"]')) {
      row.setAttribute('aria-selected', 'false')
    }
    chosen?.setAttribute('aria-selected', 'true')
    this.list.setAttribute('aria-activedescendant', chosen?.id ?? '')
    this.list.scrollTo({ top: wheel.chosen * ROW_HEIGHT, behavior: 'instant' })
  }

  private row(text: string, row: number): HTMLElement {
    const made = element('li', text)
    made.id = `phone-wheel-${this.index}-${row}`
    made.setAttribute('role', 'option')
    made.setAttribute('aria-selected', 'false')
    made.addEventListener('click', () => this.pick(row))
    return made
  }

  private press(event: KeyboardEvent): void {
    const { chosen, rows } = this.wheel
    const targets: Record<string, number> = {
      ArrowUp: chosen - 1,
      ArrowDown: chosen + 1,
      Home: 0,
      End: rows.length - 1,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    this.pick(target)
  }

  private pick(row: number): void {
    const isThere = row >= 0 && row < this.wheel.rows.length
    if (isThere && row !== this.wheel.chosen) this.choose(row)
  }
}
