import { element } from './overlay'

export type ToastIcon = 'success' | 'error' | 'loading' | 'none'

let timer: ReturnType<typeof setTimeout> | undefined

export function toast(title: string, icon: ToastIcon = 'none', duration = 1500): void {
  hideToast()
  const box = element('phone-toast')
  box.setAttribute('role', 'status')
  box.setAttribute('icon', icon)
  if (icon !== 'none') box.append(element('i'))
  box.append(element('span', title))
  document.body.append(box)
  if (icon !== 'loading') timer = setTimeout(() => box.remove(), duration)
}

export function hideToast(): void {
  clearTimeout(timer)
  document.querySelector('phone-toast')?.remove()
}
