/** The collections of the functions, from the file that the deployment uses too. */
export { declaredCollections } from '../tools/deploy/declared-collections'
