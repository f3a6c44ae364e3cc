// Tries one number after the other, beside the page: ALTCHA's own solver.

import { deriveKey } from 'asset:altcha/pbkdf2.js'
import { handler } from 'asset:altcha/shared.js'

handler({ deriveKey })
