export { AnimateTabs } from '#features/seasons/web/public/animate-tabs.tsx'
