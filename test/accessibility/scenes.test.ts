import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { useOpenedSchool } from '../opened-school'
import { paths } from '../../tools/paths'
import { stage, type Theme } from '../../tools/screenshots/camera'
import { SCENES, type Scene } from '../../tools/screenshots/scenes'

const AXE = readFileSync(path.join(paths.root, 'node_modules/axe-core/axe.min.js'), 'utf8')

/** As high as the longest page: axe does not judge the contrast of what is scrolled out of sight. */
const WHOLE_PX = 2400

const school = useOpenedSchool()

interface Violation {
  id: string
  impact: string
  nodes: { html: string; failureSummary: string }[]
}

/** What axe finds on the mini program's own page (the frame around it is WeChat's). */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate<Violation[]>(`
    axe.run(document.querySelector('wx-page'), {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice'],
      rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
    }).then(result => result.violations)`)
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
}

/** Things that answer a tap, without a role, a name, or 44 px to hit. */
async function poorTargets(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(`
    [...document.querySelectorAll('wx-page [role=button], wx-page [role=link], wx-page wx-button')]
      .filter(element => element.offsetParent)
      .flatMap(element => {
        const name = element.getAttribute('aria-label') || element.textContent.trim()
        const { height } = element.getBoundingClientRect()
        const html = element.outerHTML.slice(0, 120)
        return [
          ...(name ? [] : ['no name: ' + html]),
          ...(height >= 44 ? [] : [height + ' px high: ' + html]),
        ]
      })`)
}

const cases = SCENES.flatMap((scene) =>
  (['light', 'dark'] as const).map((theme): [string, Theme, Scene] => [scene.name, theme, scene]),
)

test.each(cases)('%s, %s', async (_, theme, scene) => {
  const page = await stage(school.browser, school.url, { ...scene, height: WHOLE_PX }, theme)
  const found = [...(await violations(page)), ...(await poorTargets(page))]
  await page.context().close()
  expect(found).toEqual([])
})

test('a button without a name, a small one and pale text are found', async () => {
  const [scene] = SCENES
  if (!scene) throw new Error('there are no scenes')
  const page = await stage(school.browser, school.url, { ...scene, height: WHOLE_PX }, 'light')
  await page.evaluate(`document.querySelector('wx-page').insertAdjacentHTML('beforeend', \`
    <div role="button" tabindex="0" style="height: 20px; width: 20px"></div>
    <p style="color: #bbb; background: #fff">看不清的字</p>\`)`)
  const found = [...(await violations(page)), ...(await poorTargets(page))].join('\n')
  await page.context().close()
  expect(found).toContain('color-contrast')
  expect(found).toContain('aria-command-name')
  expect(found).toContain('no name')
  expect(found).toContain('20 px high')
})
