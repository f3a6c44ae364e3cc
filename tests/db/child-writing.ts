import { open } from '../../db/open.ts'
import { add } from './cast.ts'

// Writes without end from eight callers at once, and says each name when it has been answered.

const db = await open(process.argv[2] ?? '')
let next = 0
await Promise.all(Array.from({ length: 8 }, write))

async function write() {
  for (;;) {
    const name = `person-${next++}`
    await add(db, name)
    console.log(name)
  }
}
