/**
 * The library that the drivers test, by subpath: the sources as they stand. For every other target
 * a bundler or the server puts a module with the same names in the place of this one.
 *
 * @module
 */
export * as batch from '../../src/batch/index.ts'
export * as xml from '../../src/codec/xml.ts'
export * as credentials from '../../src/credentials/index.ts'
export * as emulator from '../../src/emulator/index.ts'
export * as errors from '../../src/errors.ts'
export * as handler from '../../src/handler/index.ts'
export * as ky from '../../src/ky/index.ts'
export * as main from '../../src/index.ts'
export * as limiter from '../../src/limiter/index.ts'
export * as acs3 from '../../src/sign/acs3.ts'
export * as sign from '../../src/sign/index.ts'
export * as noble from '../../src/sign/noble.ts'
