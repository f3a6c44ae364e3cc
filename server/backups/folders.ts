/** Below `DATA_DIR`, what people sent: all of it goes into a backup. Each holds files alone; what ends in `.new` is torn. */
export const fileFolders = ['logos', 'speakers', 'photos', 'slides', 'materials', 'answers', 'inbound/new'] as const
