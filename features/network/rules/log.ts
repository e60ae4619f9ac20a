/** The log of administration serves security: from half a year to a year (CNIL 2021-122). The database knows the floor too. */
export const LEAST_LOG_MONTHS = 6
export const MOST_LOG_MONTHS = 12
