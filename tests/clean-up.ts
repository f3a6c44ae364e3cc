import { afterAll } from 'vitest'
import { cleanUpLast } from './database.ts'

// Set up for each file anew, while the files of one worker share everything else.
afterAll(cleanUpLast)
