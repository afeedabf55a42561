import path from 'node:path'
import { readJson } from '../build/components'
import { paths } from '../paths'

/** A collection as `cloudfunctions/shared/collections.json` declares it. */
export interface CollectionDeclaration {
  name: string
  /** Functions alone touch the collections. */
  permission: 'ADMINONLY'
  indexes: IndexDeclaration[]
}

export interface IndexDeclaration {
  name: string
  keys: Record<string, 1 | -1>
  unique?: boolean
  /** Leaves out documents that have none of the fields, so that many may lack a unique one. */
  sparse?: boolean
}

export function declaredCollections(): CollectionDeclaration[] {
  const file = path.join(paths.functions, 'shared', 'collections.json')
  return readJson<{ collections: CollectionDeclaration[] }>(file).collections
}
