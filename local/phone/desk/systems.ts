import { readSystems, setDay, synchronise, type Systems } from './cloud'
import { element, section } from './element'

/** The campus systems with their good and bad days, and a way to have them asked now. */
export class SystemsView {
  private readonly rows = element('div', { class: 'systems' })
  private readonly said = element('p', { class: 'said', role: 'status' })

  constructor(private readonly onDone: () => void) {
    const button = element('button', { type: 'button' }, '现在同步')
    button.addEventListener('click', () => void this.synchronise())
    section('systems').append(this.rows, element('div', { class: 'actions' }, button), this.said)
  }

  async show(): Promise<void> {
    const { systems, days } = await readSystems().catch(() => ({ systems: [], days: {} }))
    section('systems').hidden = systems.length === 0
    this.rows.replaceChildren(...systems.map((system) => rowOf(system, days)))
  }

  private async synchronise(): Promise<void> {
    this.said.textContent = '正在同步'
    this.said.textContent = await synchronise()
    this.onDone()
  }
}

function rowOf({ source, title, day }: Systems['systems'][number], days: Systems['days']): Node {
  const options = Object.entries(days).map(([value, label]) => element('option', { value }, label))
  const select = element('select', {}, ...options)
  select.value = day
  select.addEventListener('change', () => void setDay(source, select.value))
  return element('label', {}, element('span', {}, title), select)
}
