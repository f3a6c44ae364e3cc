import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'

const domains = 40

/**
 * People who sign up over many connections at once. Whoever gets no answer, or is asked to come back, tries again later
 * with the same form, as people do.
 */
export function newCrowd(paths: readonly string[], group: string) {
  const answered = new Set<string>()
  const unanswered: string[] = []
  const others = new Map<number, number>()
  let next = 0

  /** The same for whoever tries again. */
  const pathOf = (email: string) => paths[Number(/\d+/.exec(email)) % paths.length]

  /** Until so many more have been answered, or whatever else is enough, or the server is gone. */
  async function signUp(origin: string, enough: number | (() => boolean), connections = 64): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: connections })
    const goal = answered.size + Number(enough)
    const isEnough = typeof enough === 'number' ? () => answered.size + underWay >= goal : enough
    let [isGone, underWay] = [false, 0]
    const go = async () => {
      while (!isGone && !isEnough()) {
        underWay += 1
        isGone = !(await tryOnce(agent, origin)) || isGone
        underWay -= 1
      }
    }
    await Promise.all(Array.from({ length: connections }, go))
    agent.destroy()
  }

  /** Whether anybody answered. */
  async function tryOnce(agent: Agent, origin: string): Promise<boolean> {
    const email = unanswered.pop() ?? `guest-${next++}@place-${next % domains}.example.org`
    const status = await statusOf(agent, origin + pathOf(email), new URLSearchParams({ name: 'Guest', email, group }))
    if (status === 303) answered.add(email)
    else unanswered.push(email)
    if (status !== 303 && status !== null) others.set(status, (others.get(status) ?? 0) + 1)
    return status !== null
  }

  const toldTo = (status: number) => others.get(status) ?? 0
  return { answered, unanswered, others, toldTo, signUp }
}

/** Null when no answer came. */
async function statusOf(agent: Agent, url: string, form: URLSearchParams): Promise<number | null> {
  const body = form.toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length }
  const asked = request(url, { agent, method: 'POST', headers })
  asked.end(body)
  try {
    const [answer] = (await once(asked, 'response')) as [IncomingMessage]
    answer.resume()
    await once(answer, 'end')
    return answer.statusCode ?? null
  } catch {
    return null
  }
}
