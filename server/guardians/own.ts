import type { Reads } from '../../db/open.ts'
import type { Speaker } from '../../db/schema.ts'
import type { GuardianPart } from '../../views/guardians/section.ts'
import { paths } from '../../views/paths.ts'
import { guardiansOf } from './queries.ts'
import { guardianStanding } from './rules.ts'

/** What a speaker sees on their own page of the guardians they had asked. */
export async function ownGuardians(db: Reads, speaker: Speaker, token: string): Promise<GuardianPart> {
  const answers = await guardiansOf(db, speaker)
  return { speaker, answers, standing: guardianStanding(answers), action: paths.speakerDo(token, 'guardian') }
}
