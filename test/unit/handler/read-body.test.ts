/**
 * What it costs to read a body that is made to cost.
 *
 * @module
 */
import { describe, expect, it } from 'vitest'
import { readBody } from '../../../src/handler/read-body.ts'

/** A request whose body comes in chunks. */
function post(body: ReadableStream<Uint8Array>): Request {
  return new Request('https://api.example/', {
    method: 'POST',
    body,
    duplex: 'half',
  } as RequestInit)
}

describe('readBody', () => {
  it('copies each chunk as it comes: what costs more than it holds is not kept', async () => {
    const sent = Uint8Array.from({ length: 200_000 }, (_, at) => at % 251)
    const chunk = new Uint8Array(1)
    let at = 0
    const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
      if (at === sent.length) return controller.close()
      chunk[0] = sent[at++] ?? 0
      controller.enqueue(chunk) // The same one again: whoever keeps it keeps the last byte.
    }
    const body = new ReadableStream({ pull }, { highWaterMark: 0 })
    const read = await readBody(post(body), { maxBodyBytes: sent.length, bodyTimeoutMs: 30_000 })
    expect(Buffer.compare(read, sent)).toBe(0)
  })

  it.each([[[]], [[0]], [[1]], [[65_536]], [[65_537]], [[1, 300_000, 7]], [[300_000, 0, 300_000]]])(
    'reads chunks of %j bytes',
    async (sizes) => {
      const chunks = sizes.map((size, at) => new Uint8Array(size).fill(at + 1))
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const chunk of chunks) controller.enqueue(chunk)
          controller.close()
        },
      })
      const read = await readBody(post(body), { maxBodyBytes: 600_000, bodyTimeoutMs: 30_000 })
      expect(Buffer.compare(read, Buffer.concat(chunks))).toBe(0)
    },
  )

  it('ends at its deadline when chunks leave no timer a turn', async () => {
    let left = 5_000_000
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left-- === 0) controller.close()
        else controller.enqueue(new Uint8Array(1))
      },
    })
    const reading = readBody(post(body), { maxBodyBytes: 2 ** 23, bodyTimeoutMs: 20 })
    await expect(reading).rejects.toMatchObject({ answer: { body: { code: 'body-timeout' } } })
    expect(left).toBeGreaterThan(0)
  })
})
