import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { useOpenedSchool } from '../opened-school'
import { paths } from '../../tools/paths'
import { stage } from '../../tools/screenshots/camera'
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

/** All that axe knows by day; at night only the colours are others. */
const BY_DAY = ['wcag2a', 'wcag2aa', 'wcag21aa', 'best-practice']
const AT_NIGHT = { type: 'rule', values: ['color-contrast'] }

/** What axe finds on the mini program's own page (the frame around it is WeChat's). */
async function violations(page: Page, runOnly: object): Promise<string[]> {
  const found = await page.evaluate<Violation[]>(`
    axe.run(document.querySelector('wx-page'), {
      runOnly: ${JSON.stringify(runOnly)},
      resultTypes: ['violations'],
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

/** What is wrong with a scene by day, and with its colours at night. */
async function inspect(scene: Scene): Promise<{ day: string[]; night: string[] }> {
  const page = await stage(school.browser, school.url, { ...scene, height: WHOLE_PX }, 'light', 1)
  try {
    await page.evaluate(AXE)
    const day = [...(await violations(page, BY_DAY)), ...(await poorTargets(page))]
    // A colour on its way from day to night is neither.
    await page.addStyleTag({ content: '* { transition: none !important }' })
    await page.emulateMedia({ colorScheme: 'dark' })
    return { day, night: await violations(page, AT_NIGHT) }
  } finally {
    await page.context().close()
  }
}

const begun = new Map<Scene, ReturnType<typeof inspect>>()

/** What is found of a scene; a failure is its own test's, not that of the one that began it early. */
function inspectionOf(scene: Scene): ReturnType<typeof inspect> {
  const inspection = begun.get(scene) ?? inspect(scene)
  inspection.catch(() => undefined)
  begun.set(scene, inspection)
  return inspection
}

/** While one scene is looked at, the next is brought onto another phone. */
test.each(SCENES.map((scene, index) => ({ name: scene.name, scene, next: SCENES[index + 1] })))(
  '$name',
  async ({ scene, next }) => {
    const inspection = inspectionOf(scene)
    if (next) void inspectionOf(next)
    expect(await inspection).toEqual({ day: [], night: [] })
  },
)

test('a button without a name, a small one and pale text are found', async () => {
  const [scene] = SCENES
  if (!scene) throw new Error('there are no scenes')
  const page = await stage(school.browser, school.url, { ...scene, height: WHOLE_PX }, 'light', 1)
  await page.evaluate(AXE)
  await page.evaluate(`document.querySelector('wx-page').insertAdjacentHTML('beforeend', \`
    <div role="button" tabindex="0" style="height: 20px; width: 20px"></div>
    <p style="color: #bbb; background: #fff">看不清的字</p>\`)`)
  const found = [...(await violations(page, BY_DAY)), ...(await poorTargets(page))].join('\n')
  await page.context().close()
  expect(found).toContain('color-contrast')
  expect(found).toContain('aria-command-name')
  expect(found).toContain('no name')
  expect(found).toContain('20 px high')
})
