/**
 * Answers in XML, read by the browser's own parser. Outside of pages `saf-edge/xml` does this; here
 * its parser would be a tenth of what the page weighs.
 *
 * @module
 */
import type { AnswerFormat } from '../../../src/index.ts'

/** Asks for XML and reads it. */
export const domXmlFormat: AnswerFormat = {
  name: 'XML',
  parse(text) {
    const { doctype, documentElement } = new DOMParser().parseFromString(text, 'text/xml')
    if (doctype || documentElement.querySelector('parsererror')) {
      throw new TypeError('expected an answer in XML')
    }
    const fields = Array.from(documentElement.children, (each) => [each.tagName, read(each)])
    return { envelope: Object.fromEntries(fields), isError: documentElement.tagName === 'Error' }
  },
}

function read(element: Element): unknown {
  const { children, textContent } = element
  return children.length === 0
    ? textContent
    : Object.fromEntries(Array.from(children, (each) => [each.tagName, read(each)]))
}
