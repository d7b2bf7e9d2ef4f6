#!/usr/bin/env node
/**
 * The playground, built and served on this machine: `npm run playground`.
 *
 *   node playground/serve.mjs [--port 8080]     builds anew for each load of the page
 *   node playground/serve.mjs --build <folder>  writes the static page
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'

/** Errors that have a way out. */
const HINTS = {
  EADDRINUSE: '--port 0 takes a free port',
  ERR_MODULE_NOT_FOUND: 'npm ci installs what the page is built with',
}

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** As in index.html, and what only a header can say. */
const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'permissions-policy': 'camera=(self)',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
}

/** Loaded when it is used: what it needs may not be installed yet. */
async function buildPlayground() {
  const builder = await import('./build.mjs')
  return builder.buildPlayground()
}

/** Starts the server on 127.0.0.1; port 0 takes a free one. */
export async function servePlayground(port) {
  let { files } = await buildPlayground()
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html'
    try {
      if (path === 'index.html') ({ files } = await buildPlayground())
    } catch (error) {
      console.error(error.message)
    }
    const text = files.get(path)
    const type = TYPES[extname(path)]
    if (text === undefined || type === undefined) {
      response.writeHead(404, { ...HEADERS, 'content-type': 'text/plain' }).end('not found\n')
      return
    }
    response.writeHead(200, { ...HEADERS, 'content-type': `${type}; charset=utf-8` }).end(text)
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }
}

async function writeSite(folder) {
  const { files, first } = await buildPlayground()
  await mkdir(folder, { recursive: true })
  let [loaded, all] = [0, 0]
  for (const [name, text] of files) {
    await writeFile(join(folder, name), text)
    const bytes = gzipSync(text, { level: 9 }).length
    all += bytes
    if (first.includes(name)) loaded += bytes
    console.log(`${name.padEnd(28)} ${(bytes / 1000).toFixed(1).padStart(5)} kB gzip`)
  }
  const [at, rest] = [loaded, all].map((bytes) => (bytes / 1000).toFixed(1))
  console.log(`${folder}: ${at} kB gzip to load, ${rest} kB with every view; put it on any host`)
}

const USAGE = `node playground/serve.mjs [--port <port>]    serves the playground on 127.0.0.1 (default 8080; 0 takes a free port)
node playground/serve.mjs --build <folder>  writes the static page`

async function main() {
  const options = {
    port: { type: 'string', default: '8080' },
    build: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  }
  const { values } = parseArgs({ options })
  if (values.help) return console.log(USAGE)
  if (values.build !== undefined) return writeSite(values.build)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(`"--port" expected 0 to 65535, got ${values.port}`)
  }
  console.log(`saf-edge playground: ${(await servePlayground(port)).url} (Ctrl+C stops it)`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main()
  } catch (error) {
    console.error(`${error.message}\n\n${HINTS[error.code] ?? USAGE}`)
    process.exitCode = 2
  }
}
