/** What lets in and what changes it run one after another, so that nobody gets past a factor that is just being added. */
export function factorLock(organiserId: string): string {
  return `second factor ${organiserId}`
}
