import { ask, button, element } from './overlay'

/** Offers a file to be saved on this computer. */
export function handOver(name: string, address: string): void {
  void ask<boolean>(
    '打开文件',
    (choose) => {
      const box = element('phone-modal')
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.textContent = '保存到这台电脑'
      link.className = 'confirm'
      link.addEventListener('click', () => setTimeout(() => choose(true)))
      const actions = element('footer')
      actions.append(
        button('关闭', () => choose(false)),
        link,
      )
      box.append(element('h2', name), element('p', '在微信里这里会打开文件。'), actions)
      return box
    },
    false,
  )
}
