import { ask, button, element } from './overlay'

/** WeChat's list of choices from below; answers the index, or -1 when nothing was chosen. */
export function actionSheet(items: string[], cancelText = '取消', heading = ''): Promise<number> {
  return ask<number>(
    heading || '请选择',
    (choose) => {
      const box = element('phone-sheet')
      if (heading !== '') box.append(element('p', heading))
      items.forEach((item, index) => box.append(button(item, () => choose(index))))
      box.append(button(cancelText, () => choose(-1), 'cancel'))
      return box
    },
    -1,
  )
}

/** A question from below with lines that say what it is about, such as a calendar entry. */
export function permissionSheet(
  title: string,
  lines: string[],
  allowText: string,
  denyText: string,
): Promise<boolean> {
  return ask<boolean>(
    title,
    (choose) => {
      const box = element('phone-sheet')
      box.append(element('h2', title), ...lines.map((line) => element('p', line)))
      const actions = element('footer')
      const deny = button(denyText, () => choose(false))
      actions.append(
        deny,
        button(allowText, () => choose(true), 'confirm'),
      )
      box.append(actions)
      return box
    },
    false,
  )
}
