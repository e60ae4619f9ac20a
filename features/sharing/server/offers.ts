/** For features whose gestures open a kit: the actor publishes it, with the same rules as on the screen. */
export { setKitState } from './commands/kits.ts'
