import { readFileSync } from 'node:fs'

// Put before the server by `--import`: its clock goes wrong by so many seconds as stand in the file KOPA_CLOCK names.

const { now } = Date
const { instant } = Temporal.Now
const wrongBy = () => Number(readFileSync(process.env.KOPA_CLOCK ?? '', 'utf8'))

Date.now = () => now() + wrongBy() * 1000
Temporal.Now.instant = () => instant().add({ seconds: wrongBy() })
