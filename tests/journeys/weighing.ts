import { EventEmitter, once } from 'node:events'
import type { Page } from 'playwright-core'

export type Loaded = { address: string; bytes: number }

/** What a page asks for meanwhile, with the bytes that travelled for each: headers and compressed body. */
export async function weighing(page: Page, meanwhile: () => Promise<void>): Promise<Loaded[]> {
  const network = await page.context().newCDPSession(page)
  const asked = new Map<string, Loaded>()
  const underWay = new Set<string>()
  const ends = new EventEmitter()
  network.on('Network.requestWillBeSent', ({ requestId, request }) => {
    asked.set(requestId, { address: request.url, bytes: 0 })
    underWay.add(requestId)
  })
  const end = (requestId: string, bytes: number) => {
    const one = asked.get(requestId)
    if (one) one.bytes = bytes
    underWay.delete(requestId)
    ends.emit('end')
  }
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => end(requestId, encodedDataLength))
  network.on('Network.loadingFailed', ({ requestId }) => end(requestId, 0))
  await network.send('Network.enable')
  await meanwhile()
  while (underWay.size > 0) await once(ends, 'end')
  await network.detach()
  return [...asked.values()].filter(({ address }) => !address.startsWith('data:'))
}
