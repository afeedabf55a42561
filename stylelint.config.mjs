import { styleRules } from './tools/lint/styles.mjs'

export default styleRules
