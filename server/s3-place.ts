export type S3Place = { endpoint: string; folder: string; accessKeyId: string; secretAccessKey: string; region: string }

/**
 * `s3://key:secret@host/bucket/folder?region=…`; `s3+http:` for a store in the same network that does not do TLS. Null for
 * anything else.
 */
export function s3Place(text: string): S3Place | null {
  if (!/^s3(\+http)?:\/\//.test(text) || !URL.canParse(text)) return null
  const { protocol, host, username, password, pathname, searchParams } = new URL(text)
  const [bucket, ...folders] = pathname.split('/').filter(Boolean)
  const [accessKeyId, secretAccessKey] = [decoded(username), decoded(password)]
  if (!host || !accessKeyId || !secretAccessKey || !bucket) return null
  return {
    endpoint: `${protocol === 's3:' ? 'https' : 'http'}://${host}/${bucket}`,
    folder: folders.map((folder) => `${folder}/`).join(''),
    accessKeyId,
    secretAccessKey,
    region: searchParams.get('region') ?? 'auto',
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
