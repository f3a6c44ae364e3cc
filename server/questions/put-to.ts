import type { Registration } from '../../db/schema.ts'
import type { AskedQuestion } from './queries.ts'

/** What stands in the sign-up form: no files, and nothing that waits until the place is sure. */
export function putAtSignUp(all: readonly AskedQuestion[]): AskedQuestion[] {
  return all.filter(
    ({ question }) => !question.retiredAt && question.asked === 'at-sign-up' && question.kind !== 'file',
  )
}

/** What somebody registered is asked: sensitive things only with a place that is theirs. */
export function putTo(all: readonly AskedQuestion[], { status }: Pick<Registration, 'status'>): AskedQuestion[] {
  if (status !== 'confirmed') return putAtSignUp(all)
  return all.filter(({ question }) => !question.retiredAt)
}

/** For a class one person answers, by how many would choose what. */
export function seatsCounted({ kind, seats }: Pick<Registration, 'kind' | 'seats'>): number | null {
  return kind === 'class' ? seats : null
}
