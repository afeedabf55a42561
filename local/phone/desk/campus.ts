import { act, readActions } from './cloud'
import { element, section } from './element'

/** What can happen to the current student in the campus systems. */
export class CampusView {
  private readonly list = element('div', { class: 'actions' })
  private readonly said = element('p', { class: 'said', role: 'status' })

  constructor(private readonly onDone: () => void) {
    section('campus').append(this.list, this.said)
  }

  async show(openid: string): Promise<void> {
    const actions = await readActions(openid).catch(() => [])
    section('campus').hidden = actions.length === 0 && this.said.textContent === ''
    const buttons = actions.map(({ id, label }) => {
      const button = element('button', { type: 'button' }, label)
      button.addEventListener('click', () => void this.act(openid, id))
      return button
    })
    this.list.replaceChildren(...buttons)
  }

  forget(): void {
    this.said.textContent = ''
  }

  private async act(openid: string, id: string): Promise<void> {
    this.said.textContent = await act(openid, id)
    await this.show(openid)
    this.onDone()
  }
}
