import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../../tools/paths'

interface AppConfig {
  pages: string[]
  subPackages: { root: string; pages: string[] }[]
}

const read = (file: string) => readFileSync(path.join(paths.root, file), 'utf8')
const app = JSON.parse(read('miniprogram/app.json')) as AppConfig
const pages = [
  ...app.pages,
  ...app.subPackages.flatMap((each) => each.pages.map((page) => `${each.root}/${page}`)),
].map((page) => `/${page}`)

const sources = ['miniprogram', 'domain'].flatMap((folder) =>
  readdirSync(path.join(paths.root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file)),
)

/** The pages that a file leads to: by their whole path, by `${PAGES}/…`, or by their name in the package. */
function linksIn(source: string): string[] {
  const folder = /const PAGES = '([^']+)'/.exec(source)?.[1] ?? ''
  const whole = source.replaceAll('${PAGES}', folder)
  const named = /(?:openPage|turnTo)\('([\w-]+)'/g
  return [
    ...[...whole.matchAll(/['`](\/(?:packages\/\w+\/)?pages\/[\w/-]+)/g)].map(
      ([, link = '']) => link,
    ),
    ...[...source.matchAll(named)].map(([, name = '']) => `/packages/admin/pages/${name}/${name}`),
  ]
}

const links = sources.flatMap((file) => linksIn(read(file)).map((link) => ({ file, link })))

test.each([...new Set(links.map(({ link }) => link))])('%s is a page', (link) => {
  expect(pages).toContain(link)
})
