import type { DemoPost } from './post.ts'
import { castres } from './posts/castres.ts'
import { champagnole } from './posts/champagnole.ts'
import { chantier } from './posts/chantier.ts'
import { cholet } from './posts/cholet.ts'
import { eclaireurs } from './posts/eclaireurs.ts'
import { exporting } from './posts/export.ts'
import { front } from './posts/front.ts'
import { nantes } from './posts/nantes.ts'
import { nuit } from './posts/nuit.ts'
import { reglages } from './posts/reglages.ts'
import { securite } from './posts/securite.ts'
import { tempo } from './posts/tempo.ts'
import { valence } from './posts/valence.ts'

/** Every post written by hand; the long tail comes from rules/tail.ts. */
export const posts: readonly DemoPost[] = [
  ...front,
  ...tempo,
  ...cholet,
  ...castres,
  ...champagnole,
  ...valence,
  ...nantes,
  ...chantier,
  ...reglages,
  ...securite,
  ...nuit,
  ...eclaireurs,
  ...exporting,
]
