/** What is made of repeated measurements. */

/** The middle value. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/**
 * Divides two lists round by round, so that what slowed a whole round down falls out. The second
 * may be one number for all rounds.
 *
 * @returns the median ratio, and what the middle half lies between; of three rounds, all
 */
export function ratio(over, under) {
  const each = over.map((value, round) => value / (under[round] ?? under[0])).sort((a, b) => a - b)
  const last = each.length - 1
  const low = each[Math.floor(last / 4)]
  return { median: median(each), low, high: each[Math.ceil((3 * last) / 4)] }
}

/** Everybody starts once in each place. */
export function rotate(entries, by) {
  const first = by % entries.length
  return [...entries.slice(first), ...entries.slice(0, first)]
}
