/** Of fewer people than this in a room, what comes out could point at one of them. */
export const smallest = 3
