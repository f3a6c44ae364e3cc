/** What stands in a text of which words or values are missing. */
export const unfinished = /undefined|\bnull\b|\bNaN\b|\[object|[{}]|\bletter\.\w|Invalid/
