/** The Worker of the playground under attack, in workerd. `node24 test/scale-handler/worker.mjs` */
import assert from 'node:assert/strict'
import { testFaces } from '../../src/emulator/index.ts'
import { writeSession } from '../../playground/worker/session.ts'
import { openFrontDoor, SECRETS } from './front-door.mjs'
import { guardMemory, row } from './report.mjs'
import { sendChunks } from './send-chunks.mjs'

guardMemory(1500)

/** Miniflare itself lets no other page in. */
const PAGE = 'http://localhost:8080'
const door = await openFrontDoor(PAGE)
const { gateway, miniflare } = door
const [a, b, c, d] = await Promise.all([...'abcd'].map((name) => miniflare.getWorker(name)))

try {
  await row('worker: a verdict, and again without a second call', async () => {
    const key = crypto.randomUUID()
    const first = await send(a, 'alice', { key })
    assert.equal(first.status, 200)
    assert.equal(first.body.decision, 'pass')
    await wait(2100)
    const again = await send(b, 'alice', { key })
    assert.deepEqual([again.body, again.headers.get('idempotency-replayed')], [first.body, 'true'])
    assert.equal(gateway.paid, 1)
  })

  await row(
    'worker: two isolates, twenty keys, each key twice at once, in both: paid once',
    async () => {
      const before = gateway.paid
      const answers = await Promise.all(
        Array.from({ length: 20 }, async (_, at) => {
          const key = crypto.randomUUID()
          const twins = [c, d, c, d].map((worker) => send(worker, `user-${at}`, { key }))
          return (await Promise.all(twins)).map(({ status }) => status)
        }),
      )
      const statuses = answers.flat()
      assert.equal(statuses.filter((status) => status === 200).length >= 20, true)
      assert.ok(
        statuses.every((status) => status === 200 || status === 409),
        String(statuses),
      )
      assert.equal(gateway.paid - before, 20)
    },
  )

  await row('worker: a subject that asks too often waits', async () => {
    const before = gateway.paid
    const key = () => ({ key: crypto.randomUUID() })
    const answers = [await send(a, 'eve', key()), await send(b, 'eve', key())]
    assert.deepEqual([answers[0].status, answers[1].status], [200, 429])
    assert.ok(Number(answers[1].headers.get('retry-after')) >= 1)
    assert.equal(gateway.paid - before, 1)
  })

  await row('worker: no session, an old one, a forged one: 403', async () => {
    const before = gateway.paid
    const old = await writeSession('bob', 1, SECRETS.SESSION_SECRET)
    const forged = await writeSession('bob', 9_999_999_999, 'guessed')
    for (const session of ['', old, forged, `${forged}.x`]) {
      const { body, status } = await send(a, 'bob', { session })
      assert.deepEqual([status, body.code], [403, 'not-authorized'])
    }
    assert.equal(gateway.paid, before)
  })

  await row('worker: 1 GB without a length is cut at the cap', async () => {
    // A connection that is cut may lose the text of its answer on the way: then it is asked again.
    for (let tries = 1; ; tries++) {
      const headers = await writeHeaders(`mallory-${tries}`)
      const { sent, status, text } = await sendChunks(door.url, headers)
      assert.equal(status, 413)
      if (text === '' && tries < 5) continue
      assert.equal(JSON.parse(text).code, 'body-too-large')
      return `after ${sent} MB`
    }
  })

  await row('worker: a page that leaves is charged once, and finds its verdict', async () => {
    let before
    let key
    let came
    // An answer may be faster than the page: then it leaves earlier the next time.
    for (let leaves = 0; leaves < 10 && came !== 'left'; leaves++) {
      if (leaves > 0) await wait(2100)
      before = gateway.paid
      key = crypto.randomUUID()
      const leaving = new AbortController()
      const headers = { ...(await writeHeaders('carol')), 'idempotency-key': key }
      const init = { method: 'POST', headers, body: writeForm(), signal: leaving.signal }
      const answer = fetch(door.url, init).catch(() => 'left')
      const isPaid = () => gateway.paid > before
      for (let tries = 0; tries < 5000 && !isPaid(); tries++) await wait(1)
      leaving.abort()
      came = await answer
    }
    assert.equal(came, 'left')
    await wait(2100)
    const { body, headers: answered, status } = await send(b, 'carol', { key })
    assert.deepEqual(
      [status, body.passed, answered.get('idempotency-replayed')],
      [200, true, 'true'],
    )
    assert.equal(gateway.paid - before, 1)
  })

  await row('worker: a pair of the queue, delivered twice, is paid once and written', async () => {
    const before = gateway.paid
    const bucket = await miniflare.getR2Bucket('PHOTOS', 'a')
    for (const name of ['idPhoto', 'mismatch']) await bucket.put(name, testFaces[name])
    const pair = { id: 'pair-1', ref: 'idPhoto', auth: 'mismatch', resourceCode: '00840000' }
    const missing = { ...pair, id: 'pair-2', auth: 'nothing' }
    const queue = await miniflare.getQueueProducer('PAIRS', 'a')
    for (const body of [pair, pair, missing]) await queue.send(body)
    const read = async ({ id }) => (await bucket.get(`verdicts/${id}.json`))?.json()
    let [verdict, problem] = []
    for (let tries = 0; tries < 200 && !(verdict && problem); tries++) {
      await wait(50)
      ;[verdict, problem] = [await read(pair), await read(missing)]
    }
    assert.equal(verdict?.decision, 'mismatch')
    assert.equal(problem?.code, 'photo-not-jpeg')
    await wait(500)
    assert.equal(gateway.paid - before, 1)
  })

  await row('worker: a pair whose call did not run is delivered again', async () => {
    const before = gateway.paid
    const bucket = await miniflare.getR2Bucket('PHOTOS', 'a')
    gateway.emulator.script('InvalidAccessKeyId.NotFound')
    const pair = { id: 'pair-3', ref: 'idPhoto', auth: 'mismatch', resourceCode: '00840000' }
    const result = await a.queue('saf-pairs', [
      { id: '1', timestamp: new Date(), attempts: 1, body: pair },
    ])
    assert.equal(result.retryMessages[0].msgId, '1')
    assert.equal(await bucket.get('verdicts/pair-3.json'), null)
    const again = await a.queue('saf-pairs', [
      { id: '1', timestamp: new Date(), attempts: 2, body: pair },
    ])
    assert.deepEqual([again.outcome, again.retryMessages], ['ok', []])
    assert.equal(gateway.paid - before, 1)
  })
  await row('worker: a message that is none holds up no other, and pays nothing', async () => {
    const before = gateway.paid
    const bucket = await miniflare.getR2Bucket('PHOTOS', 'a')
    const pair = { ref: 'idPhoto', auth: 'mismatch', resourceCode: '00840000' }
    const nameless = [null, pair, { ...pair, id: '' }, { ...pair, id: 7 }]
    const bodies = [...nameless, { ...pair, id: 'pair-4' }]
    const timestamp = new Date()
    const { outcome, retryMessages } = await a.queue(
      'saf-pairs',
      bodies.map((body, at) => ({ id: String(at), timestamp, attempts: 1, body })),
    )
    assert.equal(outcome, 'ok')
    assert.deepEqual(
      retryMessages.map(({ msgId }) => msgId),
      ['0', '1', '2', '3'],
    )
    assert.equal((await (await bucket.get('verdicts/pair-4.json'))?.json())?.decision, 'mismatch')
    assert.equal(await bucket.get('verdicts/undefined.json'), null)
    assert.equal(gateway.paid - before, 1)
  })

  await row('worker: an id that comes again with other photos keeps its verdict', async () => {
    const bucket = await miniflare.getR2Bucket('PHOTOS', 'a')
    const other = { id: 'pair-4', ref: 'mismatch', auth: 'idPhoto', resourceCode: '00840000' }
    const message = { id: '1', timestamp: new Date(), attempts: 1, body: other }
    const { retryMessages } = await a.queue('saf-pairs', [message])
    assert.equal(retryMessages[0]?.msgId, '1')
    assert.equal((await (await bucket.get('verdicts/pair-4.json'))?.json())?.decision, 'mismatch')
  })

  await row('worker: what failed is told in the log, also of the queue', async () => {
    const text = door.logs.join('\n')
    assert.match(text, /"type":"failed","part":"call"/)
    assert.match(text, /GatewayError: /)
    assert.match(text, /a message needs an "id"/)
    assert.doesNotMatch(text, /alice|testsecret|pepper/)
  })
} finally {
  await door.close()
}

async function writeHeaders(subject, session) {
  const given = session ?? (await writeSession(subject, 9_999_999_999, SECRETS.SESSION_SECRET))
  return { origin: PAGE, authorization: `Bearer ${given}` }
}

function writeForm() {
  const form = new FormData()
  form.set('refFaceContent', new Blob([testFaces.idPhoto]))
  form.set('authFaceContent', new Blob([testFaces.match]))
  form.set('resourceCode', '00840000')
  return form
}

async function send(worker, subject, { key = crypto.randomUUID(), session } = {}) {
  // Encoded here: miniflare has a FormData of its own.
  const form = new Response(writeForm())
  const headers = {
    ...(await writeHeaders(subject, session)),
    'content-type': form.headers.get('content-type'),
    'idempotency-key': key,
  }
  const init = { method: 'POST', headers, body: await form.arrayBuffer() }
  const response = await worker.fetch('http://localhost/', init)
  return { status: response.status, headers: response.headers, body: await response.json() }
}

function wait(ms) {
  return new Promise((resolve) => void setTimeout(resolve, ms))
}
