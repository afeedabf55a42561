import { required } from '../shared/environment'

/** Where the public page is on the web, without a query: `https://….tcloudbaseapp.com/certificate`. */
export const publicAddress = required('CERTIFICATE_URL')

/** Hides the addresses of visitors, who are counted but not known. */
export const addressKey = required('PASS_KEY')
