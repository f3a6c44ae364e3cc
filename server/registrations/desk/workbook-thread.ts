import { parentPort, workerData } from 'node:worker_threads'
import { workbook } from './workbook.ts'

parentPort?.postMessage(await workbook(workerData))
