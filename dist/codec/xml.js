/* @ts-self-types="./xml.d.ts" */
/**
 * `Format=XML`, read by a strict parser that expands no entities of a document's own.
 * Exported by `saf-edge/xml`.
 *
 * @module
 */
import { parseXml, XmlCdata, XmlDocumentType, XmlElement, XmlText } from '@rgrove/parse-xml';
/**
 * Asks for XML and reads it: elements become fields, repeated ones arrays, and every leaf is text.
 * Attributes and comments are dropped; a document with a DOCTYPE is refused.
 *
 * @example
 * ```ts
 * import { createSaf } from 'saf-edge'
 * import { xmlFormat } from 'saf-edge/xml'
 *
 * const saf = createSaf({ accessKeyId: 'id', accessKeySecret: 'secret', format: xmlFormat })
 * console.log(typeof saf.executeRequest) // function
 * ```
 */
export const xmlFormat = {
    name: 'XML',
    parse(text) {
        // The parser's own way with line ends is quadratic; a page in XHTML is no answer.
        const plain = text.replace(/\r\n?/g, '\n');
        const { children, root } = parseXml(plain, { preserveDocumentType: true });
        const isAnswer = !children.some((child) => child instanceof XmlDocumentType);
        if (!root || !isAnswer || /^html$/i.test(root.name)) {
            throw new TypeError('expected an answer, without DOCTYPE');
        }
        return { envelope: readFields(elementsOf(root)), isError: root.name === 'Error' };
    },
};
function readFields(elements) {
    const fields = new Map();
    for (const element of elements) {
        const value = readValue(element);
        const before = fields.get(element.name);
        if (Array.isArray(before))
            before.push(value);
        else
            fields.set(element.name, before === undefined ? value : [before, value]);
    }
    // fromEntries defines properties, so that an element named __proto__ is just a name.
    return Object.fromEntries(fields);
}
/** An element with elements in it is an object; any other one is its text. */
function readValue(element) {
    const inner = elementsOf(element);
    if (inner.length > 0)
        return readFields(inner);
    return element.children
        .filter((child) => child instanceof XmlText || child instanceof XmlCdata)
        .map((child) => child.text)
        .join('');
}
function elementsOf(element) {
    return element.children.filter((child) => child instanceof XmlElement);
}
