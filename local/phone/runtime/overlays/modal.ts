import { ask, button, element } from './overlay'

export interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  editable?: boolean
  placeholderText?: string
}

export interface ModalAnswer {
  confirm: boolean
  cancel: boolean
  content?: string
}

export function modal(options: ModalOptions): Promise<ModalAnswer> {
  const { title = '', content = '', editable = false, showCancel = true } = options
  return ask<ModalAnswer>(title || content, (choose) => {
    const box = element('phone-modal')
    const field = document.createElement('input')
    field.placeholder = options.placeholderText ?? ''
    field.setAttribute('aria-label', options.placeholderText ?? title)
    const answer = (confirm: boolean) => (): void => {
      choose({ confirm, cancel: !confirm, ...(editable ? { content: field.value } : {}) })
    }
    if (title !== '') box.append(element('h2', title))
    if (editable) box.append(field)
    else if (content !== '') box.append(element('p', content))
    const actions = element('footer')
    if (showCancel) actions.append(button(options.cancelText ?? '取消', answer(false)))
    actions.append(button(options.confirmText ?? '确定', answer(true), 'confirm'))
    box.append(actions)
    return box
  })
}
