import { startDragging } from './agenda-drag.js'
import { followKeys } from './agenda-keys.js'
import { openOnClick } from './agenda-open.js'
import { keepSeenFresh } from './agenda-queue.js'
import { startStretching } from './agenda-stretch.js'

keepSeenFresh()
followKeys()
openOnClick()
startStretching()
startDragging()
