import { readFileSync } from 'node:fs'

/**
 * A key of age (age-encryption.org): a passphrase, the secret `AGE-SECRET-KEY-1…`, or its public half `age1…`, which
 * closes a backup and opens none. What is sealed with it, the program `age` opens too.
 */
export type BackupKey = string

export function isPublic(key: BackupKey): boolean {
  return /^age1[a-z\d]+$/.test(key)
}

export function isSecret(key: BackupKey): boolean {
  return key.startsWith('AGE-SECRET-KEY-')
}

/** Guessing at a shorter one is worth somebody's while. */
export function isBackupKey(key: string): boolean {
  return /^[^\r\n]+$/.test(key) && (isPublic(key) || isSecret(key) || key.length >= 16)
}

/** The one line of a key file that is no remark; null when it cannot be read or holds none. */
export function backupKeyIn(file: string): BackupKey | null {
  try {
    const lines = readFileSync(file, 'utf8').split(/\r?\n/)
    return lines.find((line) => isBackupKey(line) && !line.startsWith('#')) ?? null
  } catch {
    return null
  }
}
