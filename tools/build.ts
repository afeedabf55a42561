import { buildFunctions } from './build/functions'
import { buildMiniprogram } from './build/miniprogram'
import { formatSize, measureSizes } from './build/sizes'

/** `npm run build`: leaves a `dist/` for WeChat DevTools, prints the sizes, fails over budget. */
async function main(): Promise<void> {
  await Promise.all([buildMiniprogram(), buildFunctions()])
  const sizes = measureSizes()
  for (const size of sizes) console.log(formatSize(size))
  if (sizes.some(({ bytes, budget }) => bytes > budget)) process.exitCode = 1
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
