import type { Told } from '../../../views/letters/told.ts'
import { paths } from '../../../views/paths.ts'
import type { Written } from '../../mail/written.ts'
import { qrForMail } from '../../qr.ts'

/** The QR code that a letter shows: see `doorCode`. */
export async function doorPicture({ registration: { doorToken }, publicUrl }: Told): Promise<Written['pictures']> {
  if (!doorToken) return []
  const content = await qrForMail(publicUrl + paths.shownAtDoor(doorToken))
  return [{ cid: 'door-code', name: 'door.png', content }]
}
