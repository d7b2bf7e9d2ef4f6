/* @ts-self-types="./render.d.ts" */
/**
 * Writes an answer's envelope as JSON or XML, in the gateway's layout.
 *
 * @module
 */
/** Writes compact JSON, or XML under the given root. */
export function render(format, root, fields) {
    if (format === 'JSON')
        return JSON.stringify(fields);
    return `<?xml version='1.0' encoding='UTF-8'?>${writeElement(root, fields)}`;
}
function writeElement(name, value) {
    if (value === undefined || value === null)
        return '';
    if (Array.isArray(value))
        return value.map((item) => writeElement(name, item)).join('');
    const inner = typeof value === 'object'
        ? Object.entries(value)
            .map(([key, item]) => writeElement(key, item))
            .join('')
        : name === 'Recommend'
            ? `<![CDATA[${String(value)}]]>`
            : escapeText(String(value));
    const tag = name.replace(/^[^A-Za-z_]|[^\w.-]/g, '_') || '_';
    return `<${tag}>${inner}</${tag}>`;
}
/** A bare CR would be read as LF; characters that XML cannot hold become U+FFFD. */
function escapeText(text) {
    return text
        .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
        .replace(/[&<>\r]/g, (char) => `&#${char.charCodeAt(0)};`);
}
