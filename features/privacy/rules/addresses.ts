/** Where a person asks for everything about them. */
export const MY_DATA = '/moi/mes-donnees'
