/** How organisers get in and out, and what they keep of their own. */
export const signInPaths = {
  signIn: '/sign-in',
  signInAsked: '/sign-in/asked',
  signInLink: (token: string) => `/sign-in/${token}`,
  signOut: '/sign-out',
  sessions: '/organise/me/sessions',
  endSession: '/organise/me/sessions/end',
  endOtherSessions: '/organise/me/sessions/end-others',
} as const
