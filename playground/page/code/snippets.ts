/**
 * The same call as code, for each place it can run in.
 *
 * @module
 */
import { VERSION } from '../../../src/version.ts'

/** The places, in the order shown. */
export const TARGETS = ['worker', 'deno', 'bun', 'node', 'page', 'hono', 'curl'] as const

/** A place that code runs in. */
export type Target = (typeof TARGETS)[number]

/** What the call is made with. */
export interface Choice {
  readonly resourceCode: string
  readonly region: string
  readonly format: string
  readonly handlerUrl: string
}

/** Writes the snippet for a place. */
export function writeSnippet(target: Target, choice: Choice): string {
  return WRITERS[target]({
    ...choice,
    // What is typed stays inside its quotes.
    resourceCode: choice.resourceCode.replace(/\D/g, ''),
    handlerUrl: choice.handlerUrl.replace(/['\\\s]/g, encodeQuote) || 'https://verify.example/',
  })
}

function encodeQuote(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}

const WRITERS: Readonly<Record<Target, (choice: Choice) => string>> = {
  worker: (choice) => `${imports(choice)}
export default {
  async fetch(request, env) {
    const saf = createSaf({
      accessKeyId: env.KEY_ID,
      accessKeySecret: env.KEY_SECRET,${options(choice, 6)}
    })
    const form = await request.formData()
${call(choice, ["form.get('id')", "form.get('selfie')"], 4)}
    return Response.json({ passed: verdict.passed })
  },
}
`,
  deno: (choice) => {
    const from = `https://cdn.jsdelivr.net/npm/saf-edge@${VERSION}/dist/url`
    return `${imports(choice, from)}
${client(choice, (name) => `Deno.env.get('${name}')`)}
${call(choice, ["await Deno.readFile('id.jpg')", "await Deno.readFile('selfie.jpg')"])}
console.log(verdict.decision, verdict.score)
`
  },
  bun: (choice) => `${imports(choice)}
${client(choice, (name) => `Bun.env.${name}`)}
${call(choice, ["Bun.file('id.jpg')", "Bun.file('selfie.jpg')"])}
console.log(verdict.decision, verdict.score)
`,
  node: (choice) => `import { readFile } from 'node:fs/promises'
${imports(choice)}
${client(choice, (name) => `process.env.${name}`)}
${call(choice, ["await readFile('id.jpg')", "await readFile('selfie.jpg')"])}
console.log(verdict.decision, verdict.score)
`,
  page: ({ handlerUrl, resourceCode }) => `import ky from 'ky'

// key: a crypto.randomUUID() for each verification, the same again for each retry of it
export async function verify(idPhoto, selfie, key) {
  const body = new FormData()
  body.set('refFaceContent', idPhoto)
  body.set('authFaceContent', selfie)
  body.set('resourceCode', '${resourceCode}')
  const headers = { 'Idempotency-Key': key }
  const { passed } = await ky.post('${handlerUrl}', { body, headers, timeout: 30_000 }).json()
  return passed === true
}
`,
  hono: (choice) => `import { Hono } from 'hono'
${imports(choice)}import { createVerifyHandler, memoryStore } from 'saf-edge/handler'

const verify = createVerifyHandler({
  saf: (env) =>
    createSaf({
      accessKeyId: env.KEY_ID,
      accessKeySecret: env.KEY_SECRET,${options(choice, 6)}
    }),
  authorize: (request) => readUser(request), // yours: who calls, or nothing to refuse
  allowedOrigins: ['https://shop.example'],
  resourceCodes: ['${choice.resourceCode}'],
  idempotency: memoryStore(),
})

const app = new Hono()
app.all('/verify', (c) => verify(c.req.raw, c.env))
export default app
`,
  curl: ({ handlerUrl, resourceCode }) => `curl '${handlerUrl}' \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -H 'Authorization: Bearer …' \\
  -F refFaceContent=@id.jpg \\
  -F authFaceContent=@selfie.jpg \\
  -F resourceCode=${resourceCode}
`,
}

function imports({ format }: Choice, url?: string): string {
  const main = `import { createSaf } from '${url === undefined ? 'saf-edge' : `${url}/mod.js`}'\n`
  const xml = `import { xmlFormat } from '${url === undefined ? 'saf-edge/xml' : `${url}/xml.js`}'\n`
  return format === 'XML' ? main + xml : main
}

function client(choice: Choice, read: (name: string) => string): string {
  return `const saf = createSaf({
  accessKeyId: ${read('ALIBABA_CLOUD_ACCESS_KEY_ID')},
  accessKeySecret: ${read('ALIBABA_CLOUD_ACCESS_KEY_SECRET')},${options(choice, 2)}
})`
}

function options({ format, region }: Choice, indent: number): string {
  const lines = [`region: '${region}',`, ...(format === 'XML' ? ['format: xmlFormat,'] : [])]
  return lines.map((line) => `\n${' '.repeat(indent)}${line}`).join('')
}

function call(
  { resourceCode }: Choice,
  [ref, auth]: readonly [string, string],
  indent = 0,
): string {
  return `const verdict = await saf.verifyFace({
  refFaceContent: ${ref},
  authFaceContent: ${auth},
  resourceCode: '${resourceCode}',
})`.replace(/^/gm, ' '.repeat(indent))
}
