/* @ts-self-types="./redis-script.d.ts" */
/**
 * The rule of `turns.ts` as one atomic step inside Redis. Private.
 *
 * @module
 */
/**
 * Books a turn, or puts the next one off. Time is the server's own, in microseconds, since callers'
 * clocks differ; for that it needs Redis 5 or newer.
 *
 * - `KEYS[1]` holds `next seen` while a turn is ahead, and expires with it: a key without turns
 *   takes no memory. Not a number, since Lua would round it to 14 digits.
 * - `ARGV`: microseconds from this turn to the next, the longest wait in milliseconds, and
 *   microseconds from now before which no further turn comes.
 * - Answers the wait in milliseconds, or -1 less it when that is too long: an integer, which every
 *   client passes on as it is.
 */
export const REDIS_SCRIPT = `local t = redis.call('TIME')
local now = t[1] * 1000000 + t[2]
local turn, seen = string.match(redis.call('GET', KEYS[1]) or '', '^(%d+) (%d+)$')
turn = (tonumber(turn) or now) - math.max((tonumber(seen) or now) - now, 0)
local wait = math.ceil(math.max(turn - now, 0) / 1000)
local isFree = wait <= tonumber(ARGV[2])
if isFree then turn = math.max(turn, now) + ARGV[1] end
turn = math.max(turn, now + ARGV[3])
if turn > now then
  local px = string.format('%.0f', math.ceil((turn - now) / 1000))
  redis.call('SET', KEYS[1], string.format('%.0f %.0f', turn, now), 'PX', px)
end
return isFree and wait or -1 - wait`;
