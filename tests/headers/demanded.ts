type Answer = { status: number; headers: Headers }
type Demand = (answer: Answer, path: string) => boolean

/** What every answer of a site on https says of itself; whatever does not is named. */
export function shortOf(path: string, answer: Answer): string[] {
  return Object.entries(demands).flatMap(([what, isMet]) => (isMet(answer, path) ? [] : [what]))
}

const demands: Record<string, Demand> = {
  'no version, no server': ({ headers }) => !headers.has('server') && !headers.has('x-powered-by'),
  'content is what it says it is': ({ headers }) => headers.get('x-content-type-options') === 'nosniff',
  'text says its signs': ({ headers }) =>
    /^(text|application\/json)/.test(type(headers)) <= /charset=/.test(type(headers)),
  'other sites learn no address': ({ headers }) => /^(same-origin|no-referrer)$/.test(said(headers, 'referrer-policy')),
  'no other window reaches in': ({ headers }) => said(headers, 'cross-origin-opener-policy') === 'same-origin',
  'no other site takes it in': ({ headers }) => said(headers, 'cross-origin-resource-policy') === 'same-origin',
  'https for two years, below it too': ({ headers }) =>
    said(headers, 'strict-transport-security') === 'max-age=63072000; includeSubDomains',
  'the camera at the door alone': ({ headers }, path) =>
    said(headers, 'permissions-policy') === `camera=${atDoor(path) ? '(self)' : '()'}, microphone=(), geolocation=()`,
  'a policy without holes': ({ headers }, path) => holesIn(policyOf(headers), path).length === 0,
  'cookies for this host alone': ({ headers }) => headers.getSetCookie().every(isStrict),
  'read by other sites where it is meant to be': ({ headers }, path) =>
    said(headers, 'access-control-allow-origin') === (/\/schedule\.json$/.test(path) ? '*' : ''),
  'says how it may be kept': ({ headers }) => headers.has('cache-control'),
}

/** Kept nowhere: pages behind a sign-in or a secret. */
export function isKept({ headers }: Answer): boolean {
  return !/\bno-store\b/.test(said(headers, 'cache-control'))
}

const closed = ["default-src 'none'", "object-src 'none'", "base-uri 'none'"]

export function holesIn(policy: string[], path: string): string[] {
  const missing = [...closed, ...frames(path)].filter((one) => !policy.includes(one))
  const form = policy.find((one) => /^form-action '(self|none)'$/.test(one)) ? [] : ['form-action']
  const unsafe = policy.filter((one) => /unsafe-|https?:|\*|data:/.test(one) && !isMeant(one, path, policy))
  return [...missing, ...form, ...unsafe]
}

/** Pages for other sites' frames; letters as they look, in frames of ours, without scripts and of no origin. */
function frames(path: string): string[] {
  if (/\/embed(\?|$)/.test(path)) return ['frame-ancestors *']
  return [isLetter(path) ? "frame-ancestors 'self'" : "frame-ancestors 'none'"]
}

function isMeant(directive: string, path: string, policy: string[]): boolean {
  if (directive === 'frame-ancestors *') return /\/embed(\?|$)/.test(path)
  if (directive === "style-src 'unsafe-inline'") return isLetter(path) && policy.includes('sandbox')
  return directive === "img-src 'self' data:"
}

function policyOf(headers: Headers): string[] {
  return said(headers, 'content-security-policy').split(/\s*;\s*/)
}

function isStrict(cookie: string): boolean {
  const [named = '', ...manners] = cookie.split('; ')
  const has = (one: string) => manners.includes(one)
  const isHost = named.startsWith('__Host-') && has('Path=/') && !manners.some((one) => one.startsWith('Domain'))
  return isHost && has('Secure') && has('HttpOnly') && (has('SameSite=Lax') || has('SameSite=Strict'))
}

const isLetter = (path: string) => /\/(letters|mailings)\/.*(html|letter)(\?|$)/.test(path)
const atDoor = (path: string) => /^\/organise\/[^/]+\/[^/]+\/door(\?|$)/.test(path)
const type = (headers: Headers) => said(headers, 'content-type')
const said = (headers: Headers, name: string) => headers.get(name) ?? ''
