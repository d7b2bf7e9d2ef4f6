#!/usr/bin/env node
/**
 * Four face verifications against the embedded emulator: no install, no account.
 *
 *   node playground/demo.mjs
 *
 * The same call against the real endpoint, with two photos of yours (one paid call):
 *
 *   ALIBABA_CLOUD_ACCESS_KEY_ID=… ALIBABA_CLOUD_ACCESS_KEY_SECRET=… \
 *     node playground/demo.mjs --live --ref id.jpg --auth selfie.jpg
 */
import { readFile } from 'node:fs/promises'
import process, { env, stdout } from 'node:process'
import { parseArgs } from 'node:util'
import { createEmulator } from '../dist/emulator/index.js'
import { createSaf, isSafError, VERSION } from '../dist/index.js'

const USAGE = `node playground/demo.mjs                                       four test photos, emulator
node playground/demo.mjs --live --ref <jpeg> --auth <jpeg>     your photos, the real endpoint

  --resource-code <code>  country of the person      (default 00840000, Viet Nam)
  --region <region>       where SAF is called        (default ap-southeast-1)`

const OPTIONS = {
  live: { type: 'boolean', default: false },
  ref: { type: 'string' },
  auth: { type: 'string' },
  'resource-code': { type: 'string', default: '00840000' },
  region: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
}

/** The four photos held against `id-photo.jpg`, and what they are. */
const CASES = [
  ['match', 'the same person'],
  ['mismatch', 'another person'],
  ['spoof', 'a photo of a screen'],
  ['unreadable', 'too dark to read'],
]

const MARKS = { pass: ['✔', 32], mismatch: ['✘', 31], attack: ['✘', 35], inconclusive: ['?', 33] }

stdout.on('error', () => process.exit()) // A reader such as `head` has seen enough.

try {
  const { values } = parseArgs({ options: OPTIONS })
  if (values.help) console.log(USAGE)
  else if (values.live) await runLive(values)
  else await runEmulated(values)
} catch (error) {
  report(error)
}

async function runEmulated({ ref, auth, region, 'resource-code': resourceCode }) {
  if (ref ?? auth ?? region) {
    throw new TypeError(
      '--ref, --auth and --region need --live: the emulator knows its test photos only',
    )
  }
  const emulator = createEmulator()
  const saf = createSaf(emulator.client)
  console.log(`saf-edge ${VERSION}: intl_face_verify against the embedded emulator\n`)
  const idPhoto = await readPhoto('id-photo')
  for (const [name, what] of CASES) {
    const authPhoto = await readPhoto(name)
    const input = { refFaceContent: idPhoto, authFaceContent: authPhoto, resourceCode }
    print(`id-photo.jpg × ${name}.jpg`, what, await saf.verifyFace(input))
  }
  console.log(
    'Signed, sent and judged by the same code that runs on Workers, Deno, Bun and in pages.',
  )
}

async function runLive({ ref, auth, region, 'resource-code': resourceCode }) {
  if (!ref || !auth) throw new TypeError('--live needs --ref <jpeg> and --auth <jpeg>')
  const accessKeyId = env['ALIBABA_CLOUD_ACCESS_KEY_ID']
  const accessKeySecret = env['ALIBABA_CLOUD_ACCESS_KEY_SECRET']
  if (!accessKeyId || !accessKeySecret) {
    throw new TypeError(
      '--live needs ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET in the environment',
    )
  }
  const securityToken = env['ALIBABA_CLOUD_SECURITY_TOKEN'] || undefined
  const saf = createSaf({ accessKeyId, accessKeySecret, securityToken, region })
  const [refFaceContent, authFaceContent] = await Promise.all([readFile(ref), readFile(auth)])
  console.log(`saf-edge ${VERSION}: one paid call of intl_face_verify\n`)
  print(
    `${ref} × ${auth}`,
    '',
    await saf.verifyFace({ refFaceContent, authFaceContent, resourceCode }),
  )
}

function readPhoto(name) {
  return readFile(new URL(`photos/${name}.jpg`, import.meta.url))
}

function print(title, what, verdict) {
  const [mark, colour] = MARKS[verdict.decision]
  const { decision, faceAttack = '–', passed, requestId, retCode, score = '–' } = verdict
  console.log(`${paint(`${mark} ${decision.padEnd(12)}`, colour)} ${title}  ${paint(what, 2)}`)
  console.log(`  passed ${passed} · score ${score} · faceAttack ${faceAttack} · retCode ${retCode}`)
  console.log(`  ${paint(`requestId ${requestId}`, 2)}\n`)
}

function paint(text, code) {
  return stdout.isTTY && !env['NO_COLOR'] ? `\u001b[${code}m${text}\u001b[0m` : text
}

/** Says what happened and what it means for the bill. Exit code 2: usage; 3: the call failed. */
function report(error) {
  const told = {
    'not-executed': 'Nothing was executed.',
    failed: 'The service answered with an error; it may be billed.',
    unknown: 'The call may have run: look it up before you ask again.',
  }
  if (isSafError(error)) {
    console.error(`${error.name} ${error.code}: ${error.message}\n${told[error.outcome]}`)
    if (error.requestId) console.error(`requestId ${error.requestId}`)
    process.exitCode = 3
  } else {
    const unsent = process.argv.includes('--live') ? '\nNothing was sent.' : ''
    console.error(`${error.message}${unsent}\n\n${USAGE}`)
    process.exitCode = 2
  }
}
