/** A form with files, as browsers send it. */
export async function multipart(fields: Record<string, string>, file?: { bytes: Buffer; name?: string }) {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  if (file) data.set('file', new Blob([new Uint8Array(file.bytes)]), file.name ?? 'list.csv')
  const response = new Response(data)
  const payload = Buffer.from(await response.arrayBuffer())
  return { payload, headers: { 'content-type': response.headers.get('content-type') ?? '' } }
}
