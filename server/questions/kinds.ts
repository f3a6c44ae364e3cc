import type { QuestionKind, Wording } from '../../db/schema.ts'

export const kinds = [
  ...(['text', 'long-text', 'choice', 'choices', 'yes-no', 'number', 'date', 'file'] as const),
] satisfies QuestionKind[]

/** Whether its organisers write down what can be chosen. */
export function hasOptions(kind: QuestionKind): boolean {
  return kind === 'choice' || kind === 'choices'
}

/** What one can choose from, by id; nothing where one writes. */
export function choicesOf(kind: QuestionKind, { options }: Pick<Wording, 'options'>): string[] {
  if (kind === 'yes-no') return ['yes', 'no']
  return hasOptions(kind) ? options.map(({ id }) => id) : []
}
