import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { tidySheet } from './sheet-xml'

/** Of all parts together once they are unpacked: 100,000 rows with eight cells each are less. */
const BYTES_MOST = 40 * 1024 * 1024

/** An archive of a few kilobytes that would fill the memory. */
export class SwollenArchive extends Error {
  constructor() {
    super('a swollen archive')
    this.name = 'SwollenArchive'
  }
}

/**
 * An xlsx as its reader can take it: with its texts alone, and with sheets that are tidy and not endless.
 * @throws SwollenArchive, FarCell, BrokenSheet, or what the unzipping throws for a broken archive
 */
export function tidyArchive(content: Uint8Array): Uint8Array<ArrayBuffer> {
  let bytes = 0
  const parts = unzipSync(content, {
    filter({ name, originalSize }) {
      if (!/\.(xml|rels)$/.test(name)) return false
      bytes += originalSize
      if (bytes > BYTES_MOST) throw new SwollenArchive()
      return true
    },
  })
  const tidy = Object.entries(parts).map(([name, part]) => [name, tidyPart(part)])
  return zipSync(Object.fromEntries(tidy) as Record<string, Uint8Array>, { level: 0 })
}

/** Whatever its name is, what holds cells is a sheet. */
function tidyPart(part: Uint8Array): Uint8Array {
  const xml = strFromU8(part)
  return /[<:]sheetData[\s/>]/.test(xml) ? strToU8(tidySheet(xml)) : part
}
