import { readFileSync } from 'node:fs'
import path from 'node:path'
import { paths } from '../tools/paths'
import type { CollectionDeclaration } from './cloud'

/** The collections of the functions, from the file that the deployment uses too. */
export function declaredCollections(): CollectionDeclaration[] {
  const file = path.join(paths.functions, 'shared', 'collections.json')
  const { collections } = JSON.parse(readFileSync(file, 'utf8')) as {
    collections: CollectionDeclaration[]
  }
  return collections
}
