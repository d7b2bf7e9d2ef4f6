import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/emulator/index.ts'
import type { LogEntry } from '../../../src/emulator/index.ts'
import { callParams, faceParams, NOW, send, signRequest } from './request.ts'

describe('log', () => {
  it('says what arrived', async () => {
    const emulator = createEmulator({ now: () => NOW })
    const [url, init] = signRequest(callParams())
    const response = await emulator.fetch(url, init)
    const [entry] = emulator.log
    expect(entry).toEqual({
      atEpochMs: NOW,
      method: 'POST',
      action: 'ExecuteRequest',
      service: 'saf_de',
      format: 'JSON',
      urlBytes: 1,
      bodyBytes: (init.body as Buffer).length, // why: built so
      parameters: [
        'AccessKeyId',
        'Action',
        'Format',
        'Service',
        'ServiceParameters',
        'Signature',
        'SignatureMethod',
        'SignatureNonce',
        'SignatureVersion',
        'Timestamp',
        'Version',
      ],
      accessKeyId: 'test…',
      status: 200,
      code: 200,
      requestId: response.headers.get('x-acs-request-id'),
      executed: true,
      fault: undefined,
      durationMs: expect.any(Number),
    })
    expect(Object.isFrozen(entry)).toBe(true)
    expect(structuredClone(entry)).toEqual(entry)
  })

  it('holds no canary, whatever was sent and however it was answered', async () => {
    const secret = 'CANARYsecret'
    const securityToken = 'CANARYtoken'
    const accessKeys = { testCANARYid: { secret, securityToken } }
    const emulator = createEmulator({ now: () => NOW, accessKeys })
    const key = { AccessKeyId: 'testCANARYid', SecurityToken: securityToken }
    const face = faceParams({ refFaceContent: 'CANARYphoto', authFaceContent: 'CANARYphoto' })
    await send(emulator, { ...face, ...key, SignatureNonce: 'CANARYnonce' }, { secret })
    await send(emulator, { ...face, ...key }, { secret: 'CANARYwrong' })
    await send(emulator, { ...face, AccessKeyId: 'CANARY' })
    // A bare & in a value turns its rest into names.
    await send(emulator, callParams({ ...key, Service: 'CANARY 中', Action: 'CANARY\n1' }), {
      secret,
    })
    await emulator.fetch(
      'http://127.0.0.1/?CANARY/9j/4AAQ=&CANARYCANARYCANARYCANARYCANARYCANARYCANARY=1',
    )
    await emulator.fetch(`http://127.0.0.1/CANARY?${'CANARY'.repeat(2000)}`)
    emulator.script({ business: { Code: 200, Message: 'CANARY', Data: 'CANARY' } }, 'no-answer')
    await send(emulator, { ...callParams(), ...key }, { secret })
    expect(emulator.log).toHaveLength(7)
    const masked = emulator.log[2]?.accessKeyId
    expect(masked).toBe('CANA…')
    const printed = [
      JSON.stringify(emulator.log),
      inspect(emulator.log, { depth: 9, showHidden: true }),
    ]
    for (const text of [...printed, JSON.stringify(structuredClone(emulator.log))]) {
      expect(text.match(/.{0,20}CANARY.{0,20}/g)).toBe(null)
    }
  })

  it('keeps the last thousand entries, and fifty names of each', async () => {
    const emulator = createEmulator()
    const names = Array.from({ length: 200 }, (_, at) => `n${at}=`).join('&')
    await emulator.fetch(`http://127.0.0.1/?${names}`)
    expect(emulator.log[0]?.parameters).toHaveLength(50)
    for (let left = 1000; left > 0; left--) await emulator.fetch('http://127.0.0.1/')
    expect(emulator.log).toHaveLength(1000)
    expect(emulator.log[0]?.parameters).toHaveLength(0)
  })

  it('tells a listener, and drops what that throws', async () => {
    const heard: LogEntry[] = []
    const emulator = createEmulator({
      now: () => NOW,
      onRequest(entry) {
        heard.push(entry)
        throw new Error('listener')
      },
    })
    expect((await send(emulator, callParams())).body['Code']).toBe(200)
    expect(heard).toEqual(emulator.log)
  })

  it('drops what an asynchronous listener rejects with, so that no host ends by it', async () => {
    const unhandled: unknown[] = []
    const listen = (reason: unknown): void => void unhandled.push(reason)
    process.on('unhandledRejection', listen)
    const onRequest = async (): Promise<void> => Promise.reject(new Error('listener'))
    const emulator = createEmulator({ now: () => NOW, onRequest })
    expect((await send(emulator, callParams())).body['Code']).toBe(200)
    await new Promise((resolve) => setImmediate(resolve))
    process.off('unhandledRejection', listen)
    expect(unhandled).toEqual([])
  })

  it('an emulator that is printed shows the secret in its client only', () => {
    const accessKeys = { first: 'visible', second: 'CANARY' }
    const emulator = createEmulator({ accessKeys })
    expect(inspect(emulator, { depth: 9, showHidden: true })).not.toContain('CANARY')
  })
})
