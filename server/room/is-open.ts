import type { Meeting } from '../../db/schema.ts'

export function isRoomOpen({ roomOpenedAt, roomClosedAt }: Pick<Meeting, 'roomOpenedAt' | 'roomClosedAt'>): boolean {
  return roomOpenedAt !== null && roomClosedAt === null
}
