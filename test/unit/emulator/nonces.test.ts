import { describe, expect, it } from 'vitest'
import { createNonces, MAX_NONCES } from '../../../src/emulator/nonces.ts'

describe('nonces', () => {
  it('a nonce counts until its time, and from then on anew', () => {
    const nonces = createNonces()
    expect(nonces.burn('a', 100, 0)).toBe(true)
    expect(nonces.burn('a', 200, 100)).toBe(false)
    expect(nonces.burn('a', 300, 101)).toBe(true)
    expect(nonces.burn('a', 300, 300)).toBe(false)
    expect(nonces.count()).toBe(1)
  })

  it('a flood stays within the limit and pushes out the oldest', () => {
    const nonces = createNonces()
    for (let at = 0; at < 3 * MAX_NONCES; at++) nonces.burn(`n${at}`, Infinity, 0)
    expect(nonces.count()).toBeLessThanOrEqual(MAX_NONCES)
    expect(nonces.count()).toBeGreaterThan(MAX_NONCES * 0.8)
    expect(nonces.burn(`n${3 * MAX_NONCES - 1}`, Infinity, 0)).toBe(false)
    expect(nonces.burn('n0', Infinity, 0)).toBe(true)
  })

  it('the expired ones go before the oldest', () => {
    const nonces = createNonces(10)
    nonces.burn('old', Infinity, 0)
    for (let at = 0; at < 9; at++) nonces.burn(`short${at}`, 5, 0)
    nonces.burn('new', Infinity, 6)
    expect(nonces.count()).toBe(2)
    expect(nonces.burn('old', Infinity, 6)).toBe(false)
  })

  it('clear forgets them all', () => {
    const nonces = createNonces()
    nonces.burn('a', Infinity, 0)
    nonces.clear()
    expect(nonces.burn('a', Infinity, 0)).toBe(true)
  })
})
