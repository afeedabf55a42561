/** Takes secrets out of what is shown, whatever it is and wherever it comes from. */
export function redactor(secrets: () => string[]): (text: string) => string {
  return (text) => secrets().reduce((shown, secret) => shown.replaceAll(secret, '…'), text)
}
