/**
 * Answers without a stream, as stand-ins for a Response have them.
 *
 * @module
 */
import { expect, test } from 'vitest'
import { readBody } from '../../../src/transport/body.ts'
import { startDeadline } from '../../../src/transport/deadline.ts'

async function read(text: string, maxBytes: number): Promise<string | undefined> {
  const deadline = startDeadline(1000)
  try {
    // why: what a stand-in gives is all that is read
    return await readBody({ text: async () => text } as Response, maxBytes, deadline)
  } finally {
    deadline.end()
  }
}

test('body: without a stream the text counts, up to the limit', async () => {
  expect(await read('12345', 5)).toBe('12345')
})

test('body: without a stream a longer text is none', async () => {
  expect(await read('123456', 5)).toBeUndefined()
})
