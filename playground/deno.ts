/**
 * One face verification on Deno (2.9.6 or newer), with exactly one delivery:
 *
 *   deno run -E playground/deno.ts                         the embedded emulator, no account
 *   deno run -ENR playground/deno.ts id.jpg selfie.jpg     the real endpoint, one paid call
 *
 * The second reads ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, and calls
 * SAF_ENDPOINT instead if that is set, such as http://127.0.0.1:8787 of `saf-edge emulator`.
 */
import { createEmulator, testFaces } from '../dist/emulator/index.js'
import { createSaf } from '../dist/index.js'

// Deno sends a POST once more when a connection that it kept turns out to be dead: keep none.
const client = Deno.createHttpClient({ poolMaxIdlePerHost: 0 })
const sendOnce: typeof fetch = (url, init) => fetch(url, { ...init, client })

const [ref, auth] = Deno.args
const accessKeyId = Deno.env.get('ALIBABA_CLOUD_ACCESS_KEY_ID')
const accessKeySecret = Deno.env.get('ALIBABA_CLOUD_ACCESS_KEY_SECRET')
const endpoint = Deno.env.get('SAF_ENDPOINT')
const custom = endpoint && { endpoint, allowCustomEndpoint: true }
const live = { accessKeyId, accessKeySecret, ...custom, fetch: sendOnce }
const verdict = await createSaf(ref && auth ? live : createEmulator().client).verifyFace({
  refFaceContent: ref && auth ? await Deno.readFile(ref) : testFaces.idPhoto,
  authFaceContent: ref && auth ? await Deno.readFile(auth) : testFaces.match,
  resourceCode: '00840000',
})
console.log(verdict.decision, verdict.score)
