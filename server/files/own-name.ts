/**
 * What we call files. A bucket or a folder may hold others' too (`.DS_Store`, the marker of a folder): they are nobody's
 * here, and neither packed, moved nor swept; backups take no other name back either.
 */
export function isOwnName(name: string): boolean {
  return /^[\w-][\w.,:=+-]*$/.test(name)
}
