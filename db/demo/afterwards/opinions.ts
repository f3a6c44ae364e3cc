type Marks = { overall: number; heard: number; again: number }

const marks = (overall: number, heard: number, again: number): Marks => ({ overall, heard, again })

/** What those who came said of each past meeting, one after the other and then again from the first. */
export const opinions: Record<'first' | 'second' | 'last', Marks[]> = {
  first: [
    marks(4, 3, 4),
    marks(5, 4, 5),
    marks(3, 2, 4),
    marks(4, 4, 5),
    marks(5, 3, 3),
    marks(4, 2, 4),
    marks(2, 3, 3),
  ],
  second: [marks(4, 4, 4), marks(3, 4, 4), marks(5, 5, 5), marks(4, 3, 5), marks(4, 5, 4), marks(3, 4, 3)],
  last: [
    marks(5, 5, 5),
    marks(5, 4, 5),
    marks(4, 4, 5),
    marks(5, 5, 4),
    marks(3, 4, 4),
    marks(5, 5, 5),
    marks(4, 3, 5),
  ],
}
