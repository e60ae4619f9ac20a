// These files run before anything is installed, on any Node from 20: plain JavaScript, no dependency.

/** French for those whose terminal is French, English for everybody else. */
export function inLanguage(fr, en) {
  return /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '') ? fr : en
}

/** The set-up cannot go on: the message is one sentence, ready to be read by whoever typed the command. */
export class SetupRefused extends Error {
  name = 'SetupRefused'
}
