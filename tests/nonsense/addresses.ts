/** What may stand in an address, where a name should. */
const wrongNames = [
  ...[
    '%00',
    'a%00b',
    '%ff',
    '%E0%A4%A',
    '%',
    '%zz',
    '%ED%A0%80',
    '__proto__',
    'constructor',
    'toString',
    '..%2f..%2fx',
  ],
  ...["'%20or%201=1--", '%3Cscript%3E', '%0d%0aset-cookie:x=1', 'ā', '-', '.', '..', 'a'.repeat(199), 'a'.repeat(5000)],
]

/** What may stand behind the question mark of any page. */
const wrongQueries = [
  ...['lang=%00', 'lang=%ff', 'lang=xx', 'lang=lv&lang=en', 'lang[]=lv', 'lang=__proto__', '%', '%E0%A4%A', '=', '&&&'],
  ...['search=%ff&status=%ff&group=%ff&page=%ff&before=%ff&state=%ff&list=%ff&shape=%ff&sort=%ff&q=%ff'],
  ...['search=a&search=b&status=a&status=b&group=a&group=b&page=1&page=2&before=a&before=b&q=a&q=b&sort=a&sort=b'],
  ...['state=a&state=b&list=a&list=b&shape=a&shape=b', 'page=-1&before=-1', 'page=1e9', 'page=1.5', 'page=Infinity'],
  ...[
    "search='%20or%201=1--%25_&q=%25_%5C",
    'status=__proto__&state=constructor&sort=toString',
    `q=${'a'.repeat(5000)}`,
  ],
  ...['__proto__=x&constructor.prototype=x', 'search[a]=b&status[]=c'],
]

/** Headers that no browser sends so. */
const wrongHeaders: Record<string, string>[] = [
  { 'accept-language': '\u00ff;q=;;,,,*;q=9,en;q=-1,lv;q=NaN' },
  { 'accept-language': 'x'.repeat(5000) },
  { cookie: 'lang=__proto__; session=%00; asking=%ff; ;=;' },
  { cookie: 'session=%E0%A4%A; session=; lang=%00' },
  { referer: 'http://[', origin: 'null' },
  { 'if-none-match': '"', 'accept-encoding': ';;;q=x' },
  { 'hx-request': 'true', 'hx-target': '__proto__' },
  { 'hx-request': 'true', 'hx-target': '#constructor' },
  { 'hx-request': 'true', 'hx-target': 'toString' },
  { 'x-forwarded-for': '%00', 'x-forwarded-proto': 'gopher' },
  { host: '' },
  { host: 'a b c' },
]

type Request = { url: string; headers: Record<string, string> }

/** Every way to ask for this route wrongly; `ids` stand for what its parameters name. */
export function wronglyAsked(route: string, ids: Record<string, string>): Request[] {
  const names = [...route.matchAll(parameter)].map(([, name = '*']) => name)
  const misnamed = names.flatMap((name) => wrongNames.map((wrong) => addressOf(route, { ...ids, [name]: wrong })))
  const url = addressOf(route, ids)
  const addresses = [...misnamed, ...wrongQueries.map((query) => `${url}?${query}`)]
  return [...addresses.map((one) => ({ url: one, headers: {} })), ...wrongHeaders.map((headers) => ({ url, headers }))]
}

export function addressOf(route: string, ids: Record<string, string>): string {
  const pattern = route.slice(route.indexOf(' ') + 1)
  return pattern.replaceAll(parameter, (_, name = '*') => ids[name] ?? name)
}

const parameter = /:(\w+)|\*/g
