/** As much of wx-server-sdk's database as `store.ts` uses; its own types do not hold under `strict`. */
export interface SdkDatabase {
  command: Record<
    'lte' | 'lt' | 'gt' | 'neq' | 'in' | 'and' | 'or' | 'set',
    (value: unknown) => unknown
  > & {
    remove(): unknown
    aggregate: Record<'sum' | 'push' | 'slice', (value: unknown) => unknown>
  }
  RegExp(pattern: { regexp: string; options: string }): unknown
  collection(name: string): SdkCollection
  startTransaction(): Promise<SdkTransaction>
}

export interface SdkTransaction {
  collection(name: string): SdkCollection
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

interface SdkCollection extends SdkQuery {
  doc(id: string): SdkDocument
  add(options: { data: object }): Promise<unknown>
  aggregate(): SdkAggregate
}

interface SdkAggregate {
  match(stage: object): SdkAggregate
  project(stage: object): SdkAggregate
  group(stage: object): SdkAggregate
  sort(stage: object): SdkAggregate
  limit(count: number): SdkAggregate
  end(): Promise<{ list: unknown[] }>
}

interface SdkDocument {
  get(): Promise<{ data: unknown }>
  set(options: { data: object }): Promise<unknown>
  update(options: { data: object }): Promise<unknown>
  remove(): Promise<unknown>
}

interface SdkQuery {
  where(where: object): SdkQuery
  orderBy(field: string, direction: string): SdkQuery
  skip(count: number): SdkQuery
  limit(count: number): SdkQuery
  get(): Promise<{ data: unknown[] }>
  remove(): Promise<unknown>
}
