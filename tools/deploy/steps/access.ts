import type { Step } from '../step'

/** The functions that the web reaches: pushes of the campus systems, and the public page of a 离校单. */
const PATHS: Record<string, string> = { '/feed': 'feed', '/certificate': 'certificate' }

/** Comes before the functions: its domain is part of what one of them has to know. */
export const access: Step = {
  title: 'HTTP 访问',
  async look({ cloud }) {
    const { open } = await cloud.access()
    const change = { what: '开通 HTTP 访问服务', make: () => cloud.openAccess() }
    return { changes: open ? [] : [change], remarks: [] }
  },
}

/** Comes after the functions: a path leads to one that is there. */
export const accessPaths: Step = {
  title: 'HTTP 访问的路径',
  async look({ cloud }) {
    const { paths } = await cloud.access()
    const wanted = Object.entries(PATHS)
    const elsewhere = wanted.filter(([path, name]) => paths[path] && paths[path] !== name)
    const missing = wanted.filter(([path]) => !paths[path])
    return {
      changes: missing.map(([path, name]) => ({
        what: `HTTP 访问 ${path} 通到函数 ${name}`,
        make: () => cloud.addPath(path, name),
      })),
      remarks: elsewhere.map(
        ([path, name]) =>
          `HTTP 访问的 ${path} 通到别的函数 ${paths[path] ?? ''}，没有动它。请在控制台删掉这一条，再运行一次，好让它通到 ${name}。`,
      ),
    }
  },
}

/** @param domain empty before the access has one */
export function certificateAddress(domain: string): string | undefined {
  return domain === '' ? undefined : `https://${domain}/certificate`
}
