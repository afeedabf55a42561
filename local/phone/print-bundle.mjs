/** Prints browser code for one `<script type="module">`: `node print-bundle.mjs <entry>`. */
import { rolldown } from 'rolldown'

const build = await rolldown({
  input: process.argv[2],
  platform: 'browser',
  transform: { define: { 'process.env.NODE_ENV': '"production"' } },
  // The mini program's scripts and templates are evaluated, as WeChat does it.
  checks: { eval: false },
})
const { output } = await build.generate({ format: 'esm', minify: false })
await build.close()
process.stdout.write(output[0].code)
