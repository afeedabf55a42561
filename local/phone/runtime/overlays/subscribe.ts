import { ask, button, element } from './overlay'

export interface OfferedTemplate {
  id: string
  title: string
}

export interface SubscribeAnswer {
  /** Ids of the templates that were allowed. */
  allowed: string[]
  /** 总是保持以上选择 */
  isKept: boolean
}

/** WeChat's question which messages may be sent; one alone has no box to leave it out. */
export function askToSubscribe(offered: OfferedTemplate[]): Promise<SubscribeAnswer> {
  return ask<SubscribeAnswer>(
    '申请发送一次以下消息',
    (choose) => {
      const box = element('phone-sheet', '', 'subscribe')
      const boxes = offered.map(({ title }) => choice(title, true))
      const keep = choice('总是保持以上选择，不再询问', false)
      const answer = (isAllowed: boolean) => (): void => {
        const ticked = offered.filter((_, index) => boxes[index]?.input.checked)
        choose({ allowed: isAllowed ? ticked.map(({ id }) => id) : [], isKept: keep.input.checked })
      }
      box.append(element('h2', '申请发送一次以下消息'))
      if (offered.length === 1) box.append(element('p', offered[0]?.title))
      else box.append(...boxes.map(({ row }) => row))
      const actions = element('footer')
      actions.append(button('拒绝', answer(false)), button('允许', answer(true), 'confirm'))
      box.append(keep.row, actions)
      return box
    },
    { allowed: [], isKept: false },
  )
}

function choice(text: string, isTicked: boolean) {
  const row = element('label')
  const input = document.createElement('input')
  input.type = 'checkbox'
  input.checked = isTicked
  row.append(input, element('span', text))
  return { row, input }
}
