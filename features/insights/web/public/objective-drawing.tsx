export { ObjectiveCurve } from '../objective-curve.tsx'
