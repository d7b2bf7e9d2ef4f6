/**
 * The playground: `npm run playground`.
 *
 * @module
 */
import { startPage } from './page/start.ts'

startPage(document.body)
