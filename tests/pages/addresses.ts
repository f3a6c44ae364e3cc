/** Every page of a full world that the public sees; `ids`: what stands for each parameter. */
export function publicPages({
  child,
  young,
  grown,
  token,
  sure,
  slot,
  guardian,
  handsIn,
  storyToken,
  coToken,
  news,
}: Record<string, string>): string[] {
  const meeting = '/gen-y-city/kickoff'
  return [
    '/',
    '/privacy',
    '/sign-in',
    '/gen-y-city',
    ...['answers', 'ideas', 'ideas/sent', 'help', 'help/sent'].map((page) => `/gen-y-city/${page}`),
    meeting,
    `${meeting}/changes`,
    '/gen-y-city/subscribe',
    '/gen-y-city/commitments',
    `${meeting}/subscribe`,
    `${meeting}/embed`,
    `${meeting}/now`,
    `${meeting}/screen`,
    `${meeting}/${slot}`,
    `${meeting}/register`,
    `${meeting}/registered`,
    `/mine/${token}`,
    `/mine/${token}/data`,
    `/mine/${token}/data/erase`,
    '/privacy/erased',
    `/mine/${sure}`,
    `/mine/${sure}/workshops`,
    `/mine/${sure}/calendar`,
    `/mine/${token}/calendar`,
    `/speaker/${handsIn}/calendar`,
    `/mine/${sure}/questions`,
    `/mine/${token}/questions`,
    `/guardian/${guardian}`,
    ...[`/child/${child}`, `/mine/${young}`, `/mine/${young}/guardian`],
    ...[`/mine/${young}/photos`, `/mine/${grown}/photos`],
    `/speaker/${handsIn}/slides`,
    ...['/gen-y-city/call', `${meeting}/call`, `${meeting}/call/sent`],
    ...[`/story/${storyToken}`, `/story/${coToken}`],
    `/unsubscribe/${news}`,
  ]
}

/** Every page of it that its organisers see. */
export function organiserPages(ids: Record<string, string>): string[] {
  const { speaker, story, slot, question, registration, letter, mailing, commitment, voice } = ids
  return [
    '/organise',
    '/organise/new',
    ...['', '/settings', '/people', '/history', '/consent', '/held', '/letters', '/meetings/new', '/call'].map(
      (page) => `/organise/gen-y-city${page}`,
    ),
    ...[
      '?state=held&to=example.org',
      '/all?deed=drop',
      ...['', '/words', '/drop'].map((page) => `/${letter}${page}`),
    ].map((page) => `/organise/gen-y-city/letters${page}`),
    ...['', '/confirmation?in=uk', '/speaker-confirmed?in=lv&case=group', '/sign-in'].map(
      (page) => `/organise/gen-y-city/letters/texts${page}`,
    ),
    ...['dialogue', 'dialogue/reports', 'answers', `answers/${voice}`].map((page) => `/organise/gen-y-city/${page}`),
    '/organise/gen-y-city/kickoff/answers',
    ...['/share', '/import', '/invitations', '/invitations/many', '/reminders'].map(
      (page) => `/organise/gen-y-city/kickoff${page}`,
    ),
    '/organise/gen-y-city/next-0/invitations',
    ...['', '/settings', '/people', '/sign-up', '/agenda', '/agenda/changes', '/slides', '/registrations', '/call'].map(
      (page) => `/organise/gen-y-city/kickoff${page}`,
    ),
    `/organise/gen-y-city/kickoff/registrations/${registration}`,
    '/organise/gen-y-city/kickoff/registrations?columns=email+workshops+photo.web&photo.web=no&status=all',
    '/organise/gen-y-city/next-0/registrations?columns=kind+seats+photo.press&sort=name',
    '/organise/gen-y-city/next-0/door',
    `/organise/gen-y-city/call/stories/${story}`,
    '/organise/gen-y-city/kickoff/run-sheet',
    ...['', '/new', `/${commitment}`].map((page) => `/organise/gen-y-city/commitments${page}`),
    ...['', '/new', `/${mailing}`, `/${mailing}/edit`].map((page) => `/organise/gen-y-city/kickoff/mailings${page}`),
    ...['', '/new', `/${question}`].map((page) => `/organise/gen-y-city/kickoff/questions${page}`),
    ...['', `/${slot}`].map((page) => `/organise/gen-y-city/kickoff/workshops${page}`),
    ...['', `/${speaker}`, `/${speaker}/guardian`].map((page) => `/organise/gen-y-city/kickoff/speakers${page}`),
  ]
}
