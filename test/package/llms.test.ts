import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listValues, writeLlms } from './llms.ts'
import { listSubpaths, ROOT } from './project.ts'

it('llms.txt: is what the README and the doc comments say (vitest -u writes it)', async () => {
  await expect(writeLlms()).toMatchFileSnapshot(join(ROOT, 'llms.txt'))
})

it('llms.txt: describes every value of every subpath in a sentence', () => {
  const text = writeLlms()
  for (const { source } of listSubpaths()) {
    const values = listValues(source)
    expect(values.length, source).toBeGreaterThan(0)
    for (const value of values) {
      expect(text, value).toMatch(new RegExp(`^- \`${value}\`: [A-Z].{10,}\\.$`, 'm'))
    }
  }
})
