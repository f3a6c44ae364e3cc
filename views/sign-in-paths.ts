/** How organisers get in and out, and what they keep of their own. */
export const signInPaths = {
  signIn: '/sign-in',
  signInAsked: '/sign-in/asked',
  signInLink: (token: string) => `/sign-in/${token}`,
  signOut: '/sign-out',
  sessions: '/organise/me/sessions',
  endSession: '/organise/me/sessions/end',
  endOtherSessions: '/organise/me/sessions/end-others',
  signInSecond: '/sign-in/second',
  secondFactor: '/organise/me/second-factor',
  secondFactorDo: (deed: SecondFactorDeed) => `/organise/me/second-factor/${deed}`,
  removePasskey: ({ id }: { id: string }) => `/organise/me/second-factor/passkeys/${id}/remove`,
  proveSecond: '/organise/me/second-factor/prove',
  /** Of a page with a form that a passkey signs: where what it is to sign is asked for, and where the form goes. */
  challengeFor: (page: string) => `${page}/challenge`,
  signedFor: (page: string) => `${page}/passkey`,
} as const

type SecondFactorDeed = 'app' | 'app/confirm' | 'app/remove' | 'recovery-codes' | 'passkeys'
