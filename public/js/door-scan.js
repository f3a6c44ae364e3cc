// Reads the codes that people show, by this phone's camera: the browser's own reader, or else one that is fetched then.

const scan = document.getElementById('door-scan')

export function startScanning(checkIn) {
  if (!scan || !navigator.mediaDevices?.getUserMedia) return
  scan.hidden = false
  const [start, stop] = scan.querySelectorAll('button')
  const [video, told] = [scan.querySelector('video'), scan.querySelector('[role="status"]')]
  const { none, stranger, already, welcome } = scan.dataset
  let stream = null

  start.addEventListener('click', async () => {
    start.disabled = true
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
    } catch {
      told.textContent = none
      start.disabled = false
      return
    }
    video.srcObject = stream
    switchTo(true)
    try {
      await video.play()
      await watch(await reader())
    } catch {
      end()
      told.textContent = none
    }
  })
  stop.addEventListener('click', end)
  document.addEventListener('visibilitychange', () => document.hidden && end())

  async function watch(read) {
    let last = ''
    while (stream) {
      const text = await read(video).catch(() => null)
      if (text && text !== last) {
        last = text
        told.textContent = await meant(text)
        navigator.vibrate?.(80)
      }
      await new Promise((done) => setTimeout(done, 150))
    }
  }

  async function meant(text) {
    const token = /\/door\/([\w-]+)$/.exec(text)?.[1]
    const found = token ? checkIn(await hashOf(token)) : null
    if (!found) return stranger
    return (found.already ? already : welcome).replace('{name}', found.name)
  }

  function end() {
    for (const track of stream?.getTracks() ?? []) track.stop()
    stream = null
    switchTo(false)
  }

  function switchTo(on) {
    video.hidden = !on
    start.disabled = false
    start.hidden = on
    stop.hidden = !on
  }
}

/** The page knows codes only by what this makes of them: nobody reads them off a helper's phone. */
async function hashOf(token) {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}

async function reader() {
  const detector = new (await detectors())({ formats: ['qr_code'] })
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null
}

/** Few browsers have one; ours is there before the network goes. */
export async function detectors() {
  const own = 'BarcodeDetector' in window && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')
  return own ? BarcodeDetector : (await import('asset:qr/decode.js')).BarcodeDetector
}
