/**
 * Asks TypeScript's language server, as an editor does, over the Language Server Protocol 3.17.
 *
 * @module
 */
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT } from '../package/project.ts'

/** Where the cursor stands. */
const CURSOR = '|'

interface Message {
  readonly id?: number
  readonly method?: string
  readonly result?: unknown
}

/**
 * Completes at the cursor, `|`, of texts that stand for a file of the tests.
 *
 * @param file - A file that the tests' tsconfig includes, relative to the project.
 * @returns For each text the labels that an editor shows, sorted.
 */
export async function complete(file: string, texts: readonly string[]): Promise<string[][]> {
  const server = startServer()
  try {
    const capabilities = { textDocument: { completion: {} } }
    const rootUri = pathToFileURL(ROOT).href
    await server.ask('initialize', { processId: null, rootUri, capabilities })
    server.tell('initialized', {})
    const uri = pathToFileURL(join(ROOT, file)).href
    const found: string[][] = []
    for (const text of texts) found.push(await completeOne(server, uri, text))
    return found
  } finally {
    server.stop()
  }
}

async function completeOne(server: Server, uri: string, text: string): Promise<string[]> {
  const before = text.slice(0, text.indexOf(CURSOR)).split('\n')
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 }
  const document = { uri, languageId: 'typescript', version: 1, text: text.replace(CURSOR, '') }
  server.tell('textDocument/didOpen', { textDocument: document })
  const answer = await server.ask('textDocument/completion', { textDocument: { uri }, position })
  server.tell('textDocument/didClose', { textDocument: { uri } })
  const items = (Object(answer).items ?? answer ?? []) as { readonly label: string }[] // why: LSP
  return items.map(({ label }) => label.replace(/^['"]|['"]$/g, '')).sort()
}

interface Server {
  readonly ask: (method: string, params: object) => Promise<unknown>
  readonly tell: (method: string, params: object) => void
  readonly stop: () => void
}

function startServer(): Server {
  const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
  const child = spawn(process.execPath, [tsc, '--lsp', '--stdio'], {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const waiting = new Map<number, (result: unknown) => void>()
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }))
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`)
    child.stdin.write(body)
  }
  let count = 0
  readMessages(child.stdout, ({ id, method, result }) => {
    if (id === undefined) return
    if (method !== undefined) send({ id, result: null }) // It asks for settings: there are none.
    else waiting.get(id)?.(result)
  })
  return {
    ask(method, params) {
      const id = ++count
      send({ id, method, params })
      return new Promise((resolve, reject) => {
        waiting.set(id, resolve)
        child.once('exit', () => reject(new Error(`the language server ended before ${method}`)))
      })
    },
    tell: (method, params) => send({ method, params }),
    // Its wrapper waits for the server, which ends with its input.
    stop: () => void child.stdin.end(),
  }
}

function readMessages(stream: NodeJS.ReadableStream, take: (message: Message) => void): void {
  let rest = Buffer.alloc(0)
  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const head = rest.indexOf('\r\n\r\n')
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString('latin1', 0, head))?.[1])
      const end = head + 4 + length
      if (head < 0 || rest.length < end) return
      take(JSON.parse(rest.toString('utf8', head + 4, end)) as Message) // why: the protocol's
      rest = rest.subarray(end)
    }
  })
}
