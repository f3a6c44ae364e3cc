const longestName = 200

/** As long as any name in an address may be. */
export const routerOptions = { maxParamLength: longestName }

/**
 * Links get torn on their way through chats. One that cannot be decoded leads to what is not there, which says so on a
 * page; the router would answer it past all hooks and handlers.
 */
export function rewriteUrl({ url = '/' }: { url?: string }): string {
  const [path = ''] = url.split('?')
  return isDecodable(path) && path.split('/').every((name) => name.length <= longestName) ? url : '/%EF%BF%BD'
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}
