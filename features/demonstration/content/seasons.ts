/** The company's own days, counted from 1 January of this year and the next. */
export const ownDays = [
  {
    key: 'august',
    label: 'Fermeture d’été de Cholet',
    kind: 'closed',
    site: 'Cholet',
    from: '08-03',
    to: '08-21',
  },
  { key: 'inventory', label: 'Inventaire annuel', kind: 'busy', site: '', from: '12-14', to: '12-16' },
  {
    key: 'sawmill',
    label: 'Arrêt technique de la scierie',
    kind: 'closed',
    site: 'Champagnole',
    from: '12-28',
    to: '12-31',
  },
] as const
