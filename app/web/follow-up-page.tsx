import { BoardPage, type FurtherColumn } from '#features/programme/web/board-page.tsx'

/** What other features say of each ambassador in the table of the keepers: a line each (a key of their words, a cell). */
const FURTHER: readonly FurtherColumn[] = []

/** Where each person of a programme stands, for its keepers. */
export const ProgrammeFollowUpPage = () => <BoardPage further={FURTHER} />
