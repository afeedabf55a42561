import type { AppConfig, Compiled, Program } from '../program'
import { collectComponents, pagesOf } from './components'
import { collectScripts } from './scripts'
import { SourceTree } from './source'
import { compileStyles } from './wxss'
import { compileTemplates } from './templates'

/** Compiles a folder laid out as WeChat DevTools expects it. */
export function compileMiniProgram(root: string): Compiled {
  const tree = new SourceTree(root)
  const program = compile(tree)
  return program && tree.problems.length === 0 ? { program } : { problems: tree.problems }
}

function compile(tree: SourceTree): Program | undefined {
  const app = tree.json('app.json') as AppConfig | undefined
  if (!app) {
    if (tree.problems.length === 0) tree.reportAt('app.json', '', '没有 app.json，小程序还没有构建')
    return undefined
  }
  const components = collectComponents(tree, app)
  for (const component of components) {
    component.css = compileStyles(tree, component)
  }
  const theme = app.themeLocation === undefined ? undefined : tree.json(app.themeLocation)
  const paths = components.map((component) => component.path)
  return {
    app,
    theme: (theme ?? { light: {}, dark: {} }) as Program['theme'],
    pages: pagesOf(app),
    components,
    appCss: compileStyles(tree, { path: 'app', isPage: false }),
    templates: compileTemplates(tree, paths),
    modules: collectScripts(tree),
  }
}
