/** What organisers do with many at once. */
export type Deed = 'approve' | 'refuse' | 'offer' | 'cancel' | 'move' | 'write'
