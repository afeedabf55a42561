// Prints the text of the PDF on its standard input, without spaces.
import { buffer } from 'node:stream/consumers'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const data = new Uint8Array(await buffer(process.stdin))
const document = await getDocument({ data, verbosity: 0 }).promise
const texts = []
for (let number = 1; number <= document.numPages; number++) {
  const { items } = await (await document.getPage(number)).getTextContent()
  texts.push(...items.map((item) => item.str))
}
process.stdout.write(texts.join('').replace(/\s/g, ''))
