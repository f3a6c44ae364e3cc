/** What stands in a text of which words or values are missing. */
export const unfinished = /undefined|null|\bNaN\b|\[object|[{}]|\bletter\.\w|Invalid/
