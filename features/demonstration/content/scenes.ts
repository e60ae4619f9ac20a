import type { Scene } from './post.ts'

const scene =
  (file: string) =>
  (alt: string): Scene => ({ file, alt })

/** Drawings that illustrate posts; each post says in its own words what is seen on it. */
export const atelier = scene('atelier.svg')
export const chantier = scene('chantier.svg')
export const entrepot = scene('entrepot.svg')
export const equipe = scene('equipe.svg')
export const escalier = scene('escalier.svg')
export const facade = scene('facade.svg')
export const gabarit = scene('gabarit.svg')
export const halle = scene('halle.svg')
export const etabli = scene('josephine.svg')
export const scierie = scene('scierie.svg')
export const vernis = scene('vernis.svg')
