/** Reloads when the server has compiled a new build. */
export function reloadOnChange(): void {
  const source = new EventSource('/phone/events')
  source.addEventListener('reload', () => location.reload())
}
