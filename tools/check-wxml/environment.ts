import { BUILT_IN_TAGS } from './built-in-tags'
import type { Template } from './template'

/**
 * Types for the code that stands for a template. `Page()` says nothing of its options, so it is given
 * a form here that does; `Component()` answers a type that carries its fields.
 */
export const PRELUDE = `
declare namespace WechatMiniprogram.Page {
  interface Constructor {
    <TData extends DataOption, TCustom extends CustomOption>(
      options: Options<TData, TCustom>,
    ): { page: { dataWithProperties: TData; propertyValues: {}; methods: TCustom } }
  }
}
declare namespace Wxml {
  type Fields<Unit> = Unit extends { page: infer F } ? F : (Unit & Record<string, any>)['_$fieldTypes']
  type Data<Unit> = Fields<Unit>['dataWithProperties']
  type Methods<Unit> = Fields<Unit>['methods']
  type Values<Options> = { [K in keyof Options]: Options[K] extends { value?: infer V } ? V : any }
  /** Our components by their own types, TDesign's by the class that it publishes. */
  type Properties<Unit> = Unit extends abstract new (...args: any) => { properties: infer P }
    ? Values<P>
    : Fields<Unit>['propertyValues']
  interface Anywhere { id: any; hidden: any; [a: \`aria\${string}\`]: any; [c: \`\${string}Class\`]: any }
  /** External classes of TDesign: t-class, t-class-icon. */
  interface External { [c: \`tClass\${string}\`]: any }
  type Component<Unit> = Properties<Unit> & Anywhere & External
  type BuiltIns = Record<${BUILT_IN_TAGS.map((tag) => `'${tag}'`).join('|')}, Record<string, any>>
}
`

/** What a template's expressions may name: the data and methods of its script, and tags. */
export function environmentOf({ script, used }: Template): string {
  const components = used.filter(({ tag, source }) => /^[\w-]+$/.test(tag) && source)
  const imports = components.map(({ source }, index) => `import type c${index} from '${source}'`)
  const tags = components.map(({ tag }, index) => `'${tag}': Wxml.Component<typeof c${index}>`)
  return [
    ...imports,
    script ? `import type self from '${script.replace(/\.ts$/, '')}'` : '',
    `declare const data: ${script ? 'Wxml.Data<typeof self>' : 'any'}`,
    `declare const methods: ${script ? 'Wxml.Methods<typeof self>' : 'any'}`,
    `declare const tags: Wxml.BuiltIns & { ${tags.join('; ')} }`,
  ].join('\n')
}
