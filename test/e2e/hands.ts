import { planOf } from './places'
import { called, nameOf, Screen } from './screen'

/** A field one types into; the client makes one of an `input` element. */
interface Entry {
  input(text: string): Promise<void>
  value(): Promise<string>
}

/** What fingers do on any page, to what is called by its words. */
export class Hands extends Screen {
  /** How often they tapped, and how many fields and wheels they filled in. */
  readonly done = { taps: 0, inputs: 0 }

  /** Taps a button, a link, a row or a box. */
  async press(words: string): Promise<void> {
    this.done.taps++
    await this.with(
      (page) => planOf(page).presses,
      words,
      (element) => element.tap(),
    )
  }

  /** Types into fields by what they are called. */
  async fillIn(texts: Record<string, string>): Promise<void> {
    for (const [field, text] of Object.entries(texts)) {
      this.done.inputs++
      await this.with(
        (page) => planOf(page).fields,
        field,
        (element) => (element as unknown as Entry).input(text),
      )
    }
  }

  /** What stands in a field. */
  async filledIn(field: string): Promise<string> {
    return this.with(
      (page) => planOf(page).fields,
      field,
      (element) => (element as unknown as Entry).value(),
    )
  }

  /** What is called so, in full: with its state, or with what is wrong with it. */
  async nameOf(words: string): Promise<string> {
    return this.with((page) => [...planOf(page).presses, ...planOf(page).fields], words, nameOf)
  }

  /** Chooses one of a few that stand side by side. */
  async choose(question: string, answer: string): Promise<void> {
    this.done.taps++
    const isMeant = called(answer)
    await this.with(
      (page) => planOf(page).choices.map((place) => [...place, '.options']),
      question,
      async (options) => {
        for (const option of (await options.$$('.option')) as (typeof options)[]) {
          if (isMeant(await nameOf(option))) return option.tap()
        }
        throw new Error(`「${question}」里没有「${answer}」`)
      },
    )
  }

  /** Turns the wheels of a picker, which WeChat draws and nobody else can reach. */
  async turnTo(picker: string, value: string): Promise<void> {
    this.done.inputs++
    await this.with(
      (page) => planOf(page).pickers,
      picker,
      (element) => element.trigger('change', { value }),
    )
  }
}
