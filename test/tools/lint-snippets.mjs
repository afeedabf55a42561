// Lints snippets as if they were the files they name, by the project's own configuration, in a process
// of its own, because ESLint's configuration is made of ES modules and Jest runs CommonJS.
import path from 'node:path'
import { ESLint } from 'eslint'
import stylelint from 'stylelint'

const root = path.resolve(import.meta.dirname, '../..')
const eslint = new ESLint({ cwd: root })

let input = ''
for await (const chunk of process.stdin) input += chunk
const answers = []
for (const { file, code } of JSON.parse(input))
  answers.push(await lint(path.join(root, file), code))
console.log(JSON.stringify(answers))

async function lint(filePath, code) {
  if (filePath.endsWith('.wxss')) {
    const { results } = await stylelint.lint({ code, codeFilename: filePath, cwd: root })
    return results.flatMap(({ warnings }) => warnings.map(({ rule }) => rule))
  }
  const results = await eslint.lintText(code, { filePath })
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, fatal, message }) => (fatal ? `broken: ${message}` : ruleId)),
  )
}
