import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')

/** Where things are in this repository. */
export const paths = {
  root,
  miniprogram: path.join(root, 'miniprogram'),
  functions: path.join(root, 'cloudfunctions'),
  dist: path.join(root, 'dist'),
  distMiniprogram: path.join(root, 'dist', 'miniprogram'),
  distFunctions: path.join(root, 'dist', 'cloudfunctions'),
  icons: path.join(root, 'node_modules', '@iconify-json', 'tdesign', 'icons.json'),
}
