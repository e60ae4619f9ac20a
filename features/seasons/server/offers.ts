/** For the demonstration, which writes a past of its own: the counts that a job would make during the day. */
export { countActivity } from './count.ts'
