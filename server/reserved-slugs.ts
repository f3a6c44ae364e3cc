/** First words of addresses that no project may take as its slug. */
export const reservedSlugs = [
  ...[
    'organise',
    'sign-in',
    'sign-out',
    'mine',
    'calendar',
    'logos',
    'files',
    'assets',
    'privacy',
    'healthz',
    'metrics',
  ],
  ...['speaker', 'story', 'guardian', 'child', 'pictures', 'slides', 'unsubscribe'],
  ...['join', 'survey', 'report', 'photos', 'materials', 'manifest.json', 'worker.js'],
  ...['robots.txt', 'favicon.ico', 'new', 'me', 'api', 'door', 'embed', 'feed'],
]

/** And those that no meeting, or slot, may take within its project. */
export const reservedMeetingSlugs = [
  ...[
    'calendar.ics',
    'subscribe',
    'settings',
    'held',
    'people',
    'history',
    'letters',
    'consent',
    'meetings',
    'new',
    'register',
    'registered',
  ],
  ...['schedule.json', 'card.png', 'qr.png', 'qr.svg', 'agenda', 'agenda.ics', 'registrations', 'feed'],
  ...['room', 'ideas', 'commitments', 'materials', 'photos', 'news', 'minutes', 'survey', 'report', 'numbers'],
  ...['dialogue', 'answers', 'voices', 'polls', 'hall', 'moderate', 'run-sheet', 'cues', 'door', 'badges'],
  ...['help', 'reports'],
  ...['now', 'screen', 'changes', 'embed', 'live', 'print', 'call', 'slides'],
]
