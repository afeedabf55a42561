import path from 'node:path'
import { checkWxml } from './check-wxml/check'
import { formatProblem } from './check-wxml/problem'
import { paths } from './paths'

/** `npm run check:wxml [folder]`: every template of the mini program, its names and types. */
const root = path.resolve(process.argv[2] ?? paths.miniprogram)
const problems = checkWxml(root, process.argv[2] === undefined ? paths.root : root)
for (const problem of problems) console.log(formatProblem(problem))
if (problems.length) process.exitCode = 1
