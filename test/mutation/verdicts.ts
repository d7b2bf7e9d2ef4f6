/**
 * The part of the contract suite that judges the verdict decoder.
 *
 * @module
 */
import { test } from 'vitest'
import * as lib from '../runtimes/library.ts'
import { collect } from '../suite/run.ts'
import { verdicts } from '../suite/verdicts.ts'

for (const { name, body } of collect([{ name: 'verdict', suite: verdicts }], lib)) test(name, body)
