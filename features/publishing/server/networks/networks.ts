import type { Outbound } from '#platform/server/outbound.ts'
import type { NetworkSettings } from '#platform/server/config.ts'
import type { SpokenName } from '../../rules/network-names.ts'
import { bluesky } from './bluesky.ts'
import { linkedin } from './linkedin.ts'
import { mastodon } from './mastodon.ts'
import { type Network, NetworkTrouble } from './network.ts'

/** The network of a connection; LinkedIn only where the house has an application of its own. */
export function networkOf(name: SpokenName, outbound: Outbound, settings: NetworkSettings): Network {
  if (name === 'mastodon') return mastodon(outbound)
  if (name === 'bluesky') return bluesky(outbound)
  if (!settings.linkedin) throw new NetworkTrouble('forbidden')
  return linkedin(outbound, settings.linkedin)
}
