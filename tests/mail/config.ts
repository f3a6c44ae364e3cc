import { readConfig } from '../../server/config.ts'

/** What letters are written with. */
export const config = readConfig({ PUBLIC_URL: 'https://kopa.example.org', MAIL_FROM: 'Kopā <kopa@example.org>' })
