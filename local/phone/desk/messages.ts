import { readMessages, type Message, type Person } from './cloud'
import { element, section } from './element'

const TIME = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** Subscription messages as they arrive, to whomever, the newest first. */
export class MessagesView {
  private readonly list = element('ol', { class: 'messages', 'aria-live': 'polite' })
  private readonly empty = element('p', { class: 'empty' })
  private readonly names: Map<string, string>

  /** @param open what a tap on a message does: it opens its page on the phone of whom it was sent to */
  constructor(
    people: Person[],
    private readonly open: (message: Message) => void,
  ) {
    this.names = new Map(people.map(({ openid, name }) => [openid, name]))
    this.empty.textContent = '还没有。有人审核、退回或催办时，通知会出现在这里。'
    section('messages').append(this.empty, this.list)
  }

  async load(): Promise<void> {
    for (const message of await readMessages().catch(() => [])) this.add(message)
  }

  add(message: Message): void {
    const { at, openid, data, page } = message
    this.empty.hidden = true
    const to = `${TIME.format(new Date(at))} 发给 ${this.names.get(openid) ?? openid}`
    const lines = Object.values(data).map(({ value }) => element('span', {}, String(value)))
    const content = [element('small', {}, to), ...lines]
    if (page === undefined) {
      this.list.prepend(element('li', {}, ...content))
      return
    }
    const card = element('button', { type: 'button', title: `打开 ${page}` }, ...content)
    card.addEventListener('click', () => this.open(message))
    this.list.prepend(element('li', {}, card))
  }
}
