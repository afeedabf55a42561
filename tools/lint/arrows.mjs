/**
 * Who may import what: `miniprogram → domain ← cloudfunctions`; `local` knows all, nothing knows
 * `local` but its tests. `packages` lists the npm packages and Node modules a folder may use; without it, any.
 */
export const arrows = {
  domain: { folders: ['domain'], packages: ['valibot'] },
  miniprogram: {
    folders: ['miniprogram', 'domain'],
    packages: ['valibot', 'tdesign-miniprogram', 'uqr'],
  },
  cloudfunctions: { folders: ['cloudfunctions', 'domain'] },
  tools: { folders: ['tools', 'domain', 'cohorts', 'miniprogram', 'cloudfunctions'] },
}
