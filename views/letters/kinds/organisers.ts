import type { Role } from '../../../db/schema.ts'
import type { FactorChange } from '../../../server/second-factors/tell.ts'
import { paths } from '../../paths.ts'
import type { LetterKind } from '../catalogue.ts'
import { exampleLink, exampleProject, type Stage } from '../examples/meeting.ts'
import { people, message as words } from '../examples/names.ts'
import { exampleTold } from '../examples/told.ts'
import { lettersLate } from '../letters-late.ts'
import { lettersReturned } from '../letters-returned.ts'
import { message, testOf } from '../message.ts'
import { invitationContent, signInLetterContent } from '../organisers.ts'
import { secondFactorContent } from '../second-factor.ts'

const roles: readonly Role[] = ['organiser', 'owner', 'door', 'moderator', 'answerer']
const changes: readonly FactorChange[] = [
  ...(['app-added', 'app-removed', 'passkey-added', 'passkey-removed'] as const),
  ...(['codes-new', 'code-used', 'forgotten'] as const),
]

/** Letters to colleagues. */
export function organiserKinds(stage: Stage): LetterKind[] {
  const from = { inviter: people.colleague, publicUrl: stage.publicUrl }
  const since = stage.now.subtract({ minutes: 25 })
  const late = { project: exampleProject(stage), since, were: 12, publicUrl: stage.publicUrl }
  const stillLate = { since, letters: 3, answer: '421 4.3.2 Service not available' }
  const returned = { project: exampleProject(stage), letters: 2, publicUrl: stage.publicUrl }
  const url = exampleLink(stage, 'sign-in')
  const id = 'example'
  const colleague = { id, name: '', email: 'kolege@example.org', locale: 'lv' as const, createdAt: stage.now }
  return [
    {
      ...{ kind: 'invitation', to: 'organisers' },
      cases: roles.map((role) => ({
        name: role,
        content: (say) =>
          invitationContent(say, { project: exampleProject(stage), meeting: null, colleague, role }, from),
      })),
    },
    {
      ...{ kind: 'letters-late', to: 'organisers' },
      cases: [
        { name: 'waiting', content: (say) => lettersLate(say, { ...late, late: stillLate }) },
        { name: 'gone', content: (say) => lettersLate(say, { ...late, late: null }) },
      ],
    },
    {
      ...{ kind: 'letters-returned', to: 'organisers' },
      cases: [{ name: 'one', content: (say) => lettersReturned(say, returned) }],
    },
    {
      ...{ kind: 'message-test', to: 'organisers' },
      cases: [{ name: 'one', content: (say) => testOf(say, message(say, exampleTold(stage), words, null)) }],
    },
    {
      ...{ kind: 'second-factor', to: 'organisers' },
      cases: changes.map((change) => ({
        name: change,
        content: (say) =>
          secondFactorContent(say, { change, at: stage.now, url: stage.publicUrl + paths.secondFactor }),
      })),
    },
    {
      ...{ kind: 'sign-in', to: 'organisers' },
      cases: [{ name: 'one', content: (say) => signInLetterContent(say, url) }],
    },
  ]
}
