/** What comes without a person and calls itself a browser: crawlers, previews of links, monitors, programs. */
const KNOWN =
  /bot\b|bot[/;)_-]|crawl|spider|slurp|preview|scan|monitor|uptime|pingdom|archiver|fetch|scrap|lighthouse|headless|phantom|facebookexternalhit|facebookcatalog|meta-external|cardyb|mastodon|pleroma|misskey|embedly|iframely|qwantify|semrush|ahrefs|gptbot|claude-|perplexity|microsoft office|ms-office|safelinks|proofpoint|mimecast|barracuda|curl|wget|python|java\/|okhttp|axios|undici|go-http|libwww/i

export interface Knock {
  method: string
  agent: string | undefined
  /** Sec-Purpose or Purpose: a browser that looks ahead, nobody has clicked yet. */
  purpose?: string | undefined
  /** Sec-Fetch-Dest: a person who follows a link asks for a page. */
  destination?: string | undefined
}

/** Whether a person followed the link, as far as a request tells. Browsers inside the apps of networks are people. */
export function isPerson({ method, agent, purpose, destination }: Knock): boolean {
  if (method !== 'GET') return false
  if (purpose && /prefetch|preview|prerender/i.test(purpose)) return false
  if (destination && destination !== 'document') return false
  // Every browser says so; previews of WhatsApp, Slack or Telegram do not.
  return agent !== undefined && /^(Mozilla|Opera)\/\d.{10}/.test(agent) && !KNOWN.test(agent)
}
