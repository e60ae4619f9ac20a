// The kinds of settings there are: each reads one variable, or refuses it in one sentence that names it.
export type Settings = ReturnType<typeof settingsIn>

/** Reads one environment; `refuse` turns a sentence, in French and in English, into the error to throw. */
export function settingsIn(env: NodeJS.ProcessEnv, refuse: (fr: string, en: string) => Error) {
  const text = (name: string) => env[name]?.trim() || undefined

  return {
    refuse,
    text,

    integer(name: string, { byDefault, from, to }: { byDefault: number; from: number; to: number }): number {
      const written = text(name)
      if (written === undefined) return byDefault
      const number = /^\d+$/.test(written) ? Number(written) : NaN
      if (number >= from && number <= to) return number
      throw refuse(
        `${name} doit être un nombre entier de ${from} à ${to} ; reçu : « ${written} ».`,
        `${name} must be a whole number from ${from} to ${to}; got “${written}”.`,
      )
    },

    url(name: string, protocols: string[]): string | undefined {
      const written = text(name)
      if (written === undefined) return undefined
      // The value is not repeated: it may hold a password.
      if (URL.canParse(written) && protocols.includes(new URL(written).protocol)) return written
      const forms = protocols.map((protocol) => `${protocol}//`)
      throw refuse(
        `${name} doit être une adresse commençant par ${forms.join(' ou ')}.`,
        `${name} must be an address starting with ${forms.join(' or ')}.`,
      )
    },

    /** The first choice is the default. */
    choice<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
      const written = text(name)
      if (written === undefined) return choices[0]
      const chosen = choices.find((choice) => choice === written)
      if (chosen) return chosen
      throw refuse(
        `${name} doit valoir ${choices.join(', ')} ; reçu : « ${written} ».`,
        `${name} must be one of ${choices.join(', ')}; got “${written}”.`,
      )
    },

    flag(name: string, byDefault: boolean): boolean {
      const written = text(name)?.toLowerCase()
      if (written === undefined) return byDefault
      if (['true', '1', 'yes'].includes(written)) return true
      if (['false', '0', 'no'].includes(written)) return false
      throw refuse(
        `${name} doit valoir true ou false ; reçu : « ${written} ».`,
        `${name} must be true or false; got “${written}”.`,
      )
    },

    secret(name: string, atLeast: number): string | undefined {
      const written = text(name)
      if (written === undefined || written.length >= atLeast) return written
      throw refuse(
        `${name} est trop court : il faut au moins ${atLeast} caractères.`,
        `${name} is too short: it needs at least ${atLeast} characters.`,
      )
    },
  }
}
