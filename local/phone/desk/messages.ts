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

  constructor(people: Person[]) {
    this.names = new Map(people.map(({ openid, name }) => [openid, name]))
    this.empty.textContent = '还没有。有人审核、退回或催办时，通知会出现在这里。'
    section('messages').append(this.empty, this.list)
  }

  async load(): Promise<void> {
    for (const message of await readMessages().catch(() => [])) this.add(message)
  }

  add({ at, openid, data }: Message): void {
    this.empty.hidden = true
    const to = `${TIME.format(new Date(at))} 发给 ${this.names.get(openid) ?? openid}`
    const lines = Object.values(data).map(({ value }) => element('span', {}, String(value)))
    this.list.prepend(element('li', {}, element('small', {}, to), ...lines))
  }
}
