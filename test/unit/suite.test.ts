/**
 * The Vitest driver of the contract suite, on `src`.
 *
 * @module
 */
import { test } from 'vitest'
import * as lib from '../runtimes/library.ts'
import { suites } from '../suite/index.ts'
import { collect } from '../suite/run.ts'

const tests = collect(suites, lib)

// Vitest runs side by side what is registered side by side.
for (const { name, body, waits } of tests) if (waits) test.concurrent(name, body)
for (const { name, body, waits } of tests) if (!waits) test(name, body)
