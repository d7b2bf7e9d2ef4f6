/**
 * Calls as OpenTelemetry spans: one for the call, one inside it for each request. Copy
 * `createSpans`; it takes the API as an argument and depends on nothing.
 *
 *     import { context, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
 *     const onEvent = createSpans({ context, SpanKind, SpanStatusCode, trace })
 *     const saf = createSaf({ accessKeyId, accessKeySecret, onEvent })
 *
 * Names follow OpenTelemetry's conventions for RPC. Run it: `node playground/opentelemetry.mjs`
 */
import { pathToFileURL } from 'node:url'
import { createSaf } from '../dist/index.js'
import { createEmulator, testFaces } from '../dist/emulator/index.js'

/** Makes an `onEvent` that writes spans. */
export function createSpans({ context, SpanKind, SpanStatusCode, trace }) {
  const tracer = trace.getTracer('saf-edge')
  const open = new Map() // Calls under way.
  return (event) => {
    const now = Date.now()
    const { action, call, elapsedMs, service } = event
    const name = service ?? action
    const attributes = { 'rpc.system.name': 'alibaba-cloud', 'rpc.method': name }
    const kind = SpanKind.CLIENT
    if (!open.has(call)) {
      open.set(call, tracer.startSpan(name, { attributes, kind, startTime: now - elapsedMs }))
    }
    const span = open.get(call)
    if (event.type === 'attempt') {
      const inside = trace.setSpan(context.active(), span)
      const startTime = now - event.durationMs
      const request = tracer.startSpan(`${name} request`, { attributes, kind, startTime }, inside)
      finish(request, event, now)
    } else if (event.type === 'done') {
      open.delete(call)
      finish(span, event, now)
    } else {
      const { waitMs = 0, skewMs = 0, by = '', kind: reason = '' } = event
      const details = { 'saf.wait_ms': waitMs, 'saf.skew_ms': skewMs, 'saf.reason': by || reason }
      span.addEvent(event.type, details, now)
    }
  }

  function finish(span, { attempts, code, outcome, requestId, status, requestBytes }, now) {
    const facts = {
      'error.type': code,
      'saf.outcome': outcome,
      'saf.attempts': attempts,
      'saf.request_id': requestId,
      'http.response.status_code': status,
      'http.request.body.size': requestBytes,
    }
    for (const [key, value] of Object.entries(facts)) {
      if (value !== undefined) span.setAttribute(key, value)
    }
    if (outcome) span.setStatus({ code: SpanStatusCode.ERROR, message: code ?? 'aborted' })
    span.end(now)
  }
}

/** Prints spans as they end: what an exporter would get. In its place stands `@opentelemetry/api`. */
function createPrinter() {
  const startSpan = (name, { startTime, attributes }, parent) => {
    const known = { ...attributes }
    return {
      addEvent: (event, details) => console.log(`    · ${event}`, JSON.stringify(details)),
      setAttribute: (key, value) => Object.assign(known, { [key]: value }),
      setStatus: (status) => Object.assign(known, { 'status.message': status.message }),
      end: (at) => {
        console.log(`${parent ? '  ' : ''}${name} ${Math.round(at - startTime)} ms`)
        console.log(`${parent ? '  ' : ''}  ${JSON.stringify(known)}`)
      },
    }
  }
  return {
    context: { active: () => undefined },
    SpanKind: { CLIENT: 2 },
    SpanStatusCode: { ERROR: 2 },
    trace: { getTracer: () => ({ startSpan }), setSpan: (_, span) => span },
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const emulator = createEmulator()
  const saf = createSaf({ ...emulator.client, onEvent: createSpans(createPrinter()) })
  const { idPhoto, match } = testFaces
  const input = { refFaceContent: idPhoto, authFaceContent: match, resourceCode: '00840000' }
  await saf.verifyFace(input)
  emulator.script('throttling')
  await saf.verifyFace(input)
}
