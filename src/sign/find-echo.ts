/**
 * Finds the gateway's string to sign in what somebody pasted: the message, the whole answer in
 * JSON or XML, or a log. Private to `explainMismatch`.
 *
 * @module
 */
import { findOffset } from './offset.ts'

/** The words before an echo (`spec/saf-api.md` section 3.6), however the paste broke them. */
const WORDS = /server\s{1,8}string\s{1,8}to\s{1,8}sign\s{1,8}is\s{0,8}:/gi

/** An echo pasted by itself. */
const BARE = /^["'\s]{0,8}[A-Za-z]{0,16}&(?:%2F|\/)?&/i

/** Where an echo ends: it is printable ASCII, and these are always percent-encoded in it. */
const END = /["'<>\\\s{}[\]`,;|]|[^\x20-\x7e]/g

/** Echoes looked at: one is usual, several stand in a log. */
const MAX_ECHOES = 16

/** Lines joined at most: 8 MB, broken at 40 characters. */
const MAX_LINES = 200_000

/** What a sentence or a log leaves behind an echo. */
const TRAIL = /^[.:)]{1,8}$/

/**
 * Cuts the echo out of a text.
 *
 * @param serverMessage - What was pasted.
 * @param ours - Our string to sign: of several readings the one that is nearest to it counts.
 * @returns The echo, or undefined when there is none.
 */
export function findEcho(serverMessage: string, ours: string): string | undefined {
  let nearest: string | undefined
  let reach = -1
  for (const echo of listEchoes(unescapeText(serverMessage))) {
    if (echo.startsWith(ours) && TRAIL.test(echo.slice(ours.length, ours.length + 9))) return ours
    const offset = findOffset(echo, ours)
    if (offset > reach || echo === ours) [nearest, reach] = [echo, offset]
    if (echo === ours) break
  }
  return nearest
}

/** Undoes what JSON and XML do to the ampersand and its neighbours, once or several times. */
function unescapeText(text: string): string {
  return text
    .replace(/\\{1,8}u00([0-7][0-9a-f])/gi, (_, hex: string) => {
      return String.fromCharCode(Number.parseInt(hex, 16))
    })
    .replace(/&(?:amp;|#0*38;|#x0*26;){1,8}/gi, '&')
    .replace(/&(?:lt|gt|quot|apos);/g, '"')
}

/** Lists the readings of each echo: up to the line's end, and with broken lines joined. */
function* listEchoes(text: string): Generator<string> {
  const starts: number[] = []
  for (const match of text.matchAll(WORDS)) {
    if (starts.push(match.index + match[0].length) >= MAX_ECHOES) break
  }
  if (starts.length === 0 && BARE.test(text)) starts.push(text.search(/[A-Za-z&]/))
  for (const start of starts) {
    const first = start + text.slice(start, start + 64).search(/\S|$/)
    const end = findEnd(text, first)
    if (end > first) yield text.slice(first, end)
    const joined = joinLines(text, first)
    if (joined !== undefined) yield joined
  }
}

function findEnd(text: string, start: number): number {
  const end = new RegExp(END)
  end.lastIndex = start
  return end.exec(text)?.index ?? text.length
}

/** Joins an echo that a terminal or a mail broke into lines; undefined when none is broken. */
function joinLines(text: string, start: number): string | undefined {
  const lines: string[] = []
  for (let at = start; lines.length < MAX_LINES;) {
    const end = findEnd(text, at)
    if (end === at) break
    lines.push(text.slice(at, end))
    if (text[end] !== '\r' && text[end] !== '\n') break
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  return lines.length > 1 ? lines.join('') : undefined
}
