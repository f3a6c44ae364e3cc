import { sentFolders } from '../files/store.ts'

/** Mail that a program handed in and nobody has read yet; always on this machine. */
export const mailFolder = 'inbound/new'

/** What people sent: all of it goes into a backup. Each holds files alone; what ends in `.new` is torn. */
export const fileFolders = [...sentFolders, mailFolder] as const
