import type { Secret } from './documents'
import { required } from './environment'
import { openKeyring } from './keyring'

/**
 * The function's own keyring; loading this file without its variables refuses to start the function.
 * Rotation: add a key to `SECRET_KEYS`, make it `SECRET_KEY_CURRENT`, and take the old one away after a
 * week: the nightly job has resealed the secrets by then and forgotten the answers kept under it.
 */
export const { current, encrypt, decrypt, reseal } = openKeyring(
  required('SECRET_KEYS'),
  required('SECRET_KEY_CURRENT'),
)

/** Where the sealed text of a secret belongs. */
export function contextOf({ _id, person, kind }: Pick<Secret, '_id' | 'person' | 'kind'>): string {
  return `secrets/${_id}/${person}/${kind}`
}
