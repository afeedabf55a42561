/** A page's own script, driven as WeChat would. */
export type Driven = Record<string, (event?: object) => unknown> & { data: Record<string, unknown> }

/** Loads a page's script anew and answers the page that it registered. */
export async function drive(load: () => Promise<unknown>): Promise<Driven> {
  let page: Driven | undefined
  Object.assign(globalThis, {
    Page: (options: Driven) => {
      page = {
        ...options,
        data: { ...options.data },
        setData(this: Driven, change: object) {
          Object.assign(this.data, change)
        },
      } as unknown as Driven
    },
  })
  jest.resetModules()
  await load()
  if (!page) throw new Error('no page was registered')
  return page
}

/** A tap on something that carries data. */
export const tapped = (dataset: object) => ({ currentTarget: { dataset } })
