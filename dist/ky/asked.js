/* @ts-self-types="./asked.d.ts" */
/**
 * What a ky request asks for: an action and its parameters, wherever ky put them. Private.
 *
 * @module
 */
import { check, quote } from '../sign/core.js';
import { flatten } from '../core.js';
import { decodeText, parseJson } from '../core.js';
import { requireFree } from '../core.js';
/**
 * Reads a request to an endpoint: the action is its path, or the parameter `Action`; parameters are
 * its query and its body, JSON or form.
 *
 * @throws TypeError for a request to elsewhere, and for one that no signed form can carry.
 */
export async function readAsked(request, endpoint) {
    const { method, headers, url } = request;
    const { origin, pathname, searchParams } = new URL(url);
    if (`${origin}/` !== endpoint) {
        throw new TypeError('a signed ky calls its own endpoint only: give it an action, or a path');
    }
    if (!/^(GET|POST)$/.test(method)) {
        throw new TypeError(`a signed ky sends POST, also for get(); ${method} has no meaning there`);
    }
    const body = readBody(await request.text(), headers.get('content-type') ?? '');
    const params = new Map();
    for (const [name, value] of [...searchParams, ...body]) {
        if ((params.get(name) ?? value) !== value)
            throw new TypeError(`${quote(name)} is given twice`);
        params.set(name, value);
    }
    const action = readPath(pathname) || (params.get('Action') ?? '');
    check(action, 'Action', 'path, or a parameter', action);
    if (params.get('Action') === action)
        params.delete('Action');
    const flat = Object.fromEntries(params);
    requireFree(flat);
    return { action, params: flat };
}
function readPath(pathname) {
    try {
        return decodeURIComponent(pathname.slice(1));
    }
    catch {
        throw new TypeError('the path of a signed ky is an action, such as DescribeRegions');
    }
}
function readBody(text, type) {
    if (text === '')
        return [];
    if (type.startsWith('application/json')) {
        return Object.entries(flatten(decodeText(text, parseJson))); // why: flatten checks it
    }
    if (type.startsWith('application/x-www-form-urlencoded'))
        return new URLSearchParams(text);
    throw new TypeError('the body of a signed ky is "json", or URLSearchParams');
}
