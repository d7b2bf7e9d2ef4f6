/* @ts-self-types="./pages.d.ts" */
/**
 * The HTML pages of the gateway's front end, which has no idea of the API
 * (`spec/gateway-errors.json`, `non_api_errors`).
 *
 * @module
 */
import { writeDate } from './headers.js';
const TITLES = {
    400: 'Bad Request',
    413: 'Request Entity Too Large',
    414: 'Request-URI Too Large',
    500: 'Internal Server Error',
    502: 'Bad Gateway',
    503: 'Service Temporarily Unavailable',
    504: 'Gateway Time-out',
};
/** Characters of a URL that a page repeats. */
const MAX_URL_LENGTH = 65_536;
/**
 * Writes a page.
 *
 * @param url - What the page of 414 repeats, photos and signature included: a client must not pass
 *   it on.
 */
export function writePage(status, atEpochMs, url) {
    const title = `${status} ${TITLES[status]}`;
    const date = writeDate(atEpochMs);
    return {
        status,
        headers: { 'content-type': 'text/html', date },
        text: `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
<html>
<head><title>${title}</title></head>
<body bgcolor="white">
<h1>${title}</h1>
<table>${url === undefined ? '' : `\n<tr><td>URL:</td><td>${escapeUrl(url)}</td></tr>`}
<tr><td>Server:</td><td>pop-aliyun-com-emulator</td></tr>
<tr><td>Date:</td><td>${date}</td></tr>
</table>
<hr/>Powered by Tengine</body>
</html>
`,
    };
}
function escapeUrl(url) {
    return url.slice(0, MAX_URL_LENGTH).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
