import { ask, button, element } from './overlay'

/** A way to come by files, such as the camera. */
export interface Source {
  text: string
  /** As in HTML: `image/*`, `.xlsx,.pdf`. */
  accept: string
  multiple: boolean
  isCamera?: boolean
}

/** WeChat's sheet of sources, each with the browser's own chooser behind it; null when cancelled. */
export function askForFiles(heading: string, sources: Source[]): Promise<File[] | null> {
  return ask<File[] | null>(
    heading,
    (choose) => {
      const box = element('phone-sheet')
      for (const source of sources) {
        const input = chooser(source, choose)
        box.append(
          input,
          button(source.text, () => input.click()),
        )
      }
      box.append(button('取消', () => choose(null), 'cancel'))
      return box
    },
    null,
  )
}

function chooser(
  { text, accept, multiple, isCamera = false }: Source,
  choose: (files: File[]) => void,
): HTMLInputElement {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = accept
  input.multiple = multiple
  input.hidden = true
  input.setAttribute('aria-label', text)
  if (isCamera) input.setAttribute('capture', 'environment')
  input.addEventListener('change', () => choose([...(input.files ?? [])]))
  return input
}
