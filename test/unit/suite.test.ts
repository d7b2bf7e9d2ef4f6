/**
 * The Vitest driver of the contract suite, on `src`.
 *
 * @module
 */
import { test } from 'vitest'
import * as xml from '../../src/codec/xml.ts'
import * as credentials from '../../src/credentials/index.ts'
import * as emulator from '../../src/emulator/index.ts'
import * as errors from '../../src/errors.ts'
import * as main from '../../src/index.ts'
import * as sign from '../../src/sign/index.ts'
import * as noble from '../../src/sign/noble.ts'
import { suites } from '../suite/index.ts'

const lib = { main, sign, noble, xml, credentials, emulator, errors }

for (const { name, suite } of suites) {
  suite((title, body) => test(`${name}: ${title}`, body), lib)
}
