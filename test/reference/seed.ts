/**
 * The seed of a randomised test run: fixed, or taken from the environment to repeat a failure.
 *
 * @module
 */

/**
 * Reads the seed.
 *
 * @returns The integer in the environment variable `SEED`, or a fixed one.
 * @throws RangeError when `SEED` is set and is not an integer of 32 bits.
 */
export function readSeed(): number {
  const text = process.env['SEED']
  if (text === undefined || text === '') return 20190521
  const seed = Number(text)
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new RangeError(`"SEED" expected integer from 0 to 4294967295, got ${text}`)
  }
  return seed
}
