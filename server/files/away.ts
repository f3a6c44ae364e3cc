/** The store of files cannot be reached, or refuses us: what was asked of it works again later, not now. */
export class FilesAway extends Error {
  override name = 'FilesAway'

  constructor(what: string, options: ErrorOptions = {}) {
    super(`The store of files (FILES_URL): ${what}`, options)
  }
}
