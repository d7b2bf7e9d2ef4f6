/**
 * The photos that everybody signs: seeded noise between a JPEG's first and last bytes.
 */

/** Characters of base64 in the two photos of a call together, by the name of the size. */
export const SIZES = { '300 B': 300, '100 KB': 1e5, '1 MB': 1e6, '4 MB': 4e6, '8 MB': 8e6 }

/** From here on one run is long enough, and slow enough, to stand for a block of them. */
const LARGE = 4e6

/** Tells what of a plan holds for a size. */
export function planSize(size, { large, ...plan }) {
  const isLarge = SIZES[size] >= LARGE
  return { ...plan, ...(isLarge ? large : undefined), isLarge }
}

/** How many calls make a block of about that many milliseconds. */
export function planCalls(size, blockMs) {
  return size === '300 B' ? blockMs * 2 : Math.ceil(blockMs / 10)
}

/**
 * Makes the two photos of a call.
 *
 * @param {number} characters characters of base64 in both together, about
 */
export function makePhotos(characters) {
  const length = Math.floor(characters / 8) * 3
  return { refFaceContent: makePhoto(length, 1), authFaceContent: makePhoto(length, 2) }
}

/** Noise has `+` and `/` as often as photos do, which is what makes escaping work. */
function makePhoto(length, seed) {
  const photo = new Uint8Array(length)
  let state = seed * 0x9e3779b9
  for (let at = 0; at < length; at++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    photo[at] = state
  }
  photo.set([0xff, 0xd8, 0xff, 0xe0])
  photo.set([0xff, 0xd9], length - 2)
  return photo
}
