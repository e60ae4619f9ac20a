import { Trash2 } from 'lucide-react'
import { readSeats } from '#features/spaces/contract.ts'
import { call, fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Combobox } from '#ui/combobox.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { type Board, leaveIdeaTeam, nameToIdeaTeam } from '../contract.ts'
import { nameOf, pictureOf, useChoiceWords } from './idea-parts.tsx'
import { useIdeasAct } from './ideas-data.ts'

/** Who says what an idea asks and what it brings: anybody of the community. */
export function TeamDialog({ board, onClose }: { board: Board; onClose: () => void }) {
  const text = useText()
  const words = useChoiceWords()
  const params = (memberId: string) => ({ id: board.programmeId, memberId })
  const name = useIdeasAct((memberId: string) => call(nameToIdeaTeam, { params: params(memberId) }))
  const leave = useIdeasAct((memberId: string) => call(leaveIdeaTeam, { params: params(memberId) }))
  const search = async (typed: string, signal: AbortSignal) => {
    const query = { limit: 8, ...(typed.trim() ? { search: typed.trim() } : {}) }
    const { items } = await call(readSeats, { params: { id: board.spaceId }, query }, { signal })
    return items
      .filter((one) => !board.team.some((known) => known.id === one.memberId))
      .map(({ memberId, givenName, familyName, photoFileId, job, site }) => {
        const label = `${givenName} ${familyName}`
        const src = photoFileId ? fileUrl(photoFileId, 'w320') : null
        return {
          id: memberId,
          label,
          description: [job, site].filter(Boolean).join(', '),
          picture: <Avatar name={label} src={src} size={24} />,
        }
      })
  }
  return (
    <Dialog open onClose={onClose} title={text('ideas.team.title')} closeLabel={text('platform.close')}>
      <div className="stack stack-4">
        <p className="ink2">{text('ideas.team.lead')}</p>
        {board.team.length > 0 && (
          <ul className="list">
            {board.team.map((face) => (
              <li key={face.id} className="row sb g2 idt">
                <span className="row g2">
                  <Avatar name={nameOf(face)} src={pictureOf(face)} size={32} />
                  {nameOf(face)}
                </span>
                {board.can.shape && (
                  <IconButton
                    icon={Trash2}
                    label={text('ideas.team.remove', { name: nameOf(face) })}
                    onClick={() => leave.mutate(face.id)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {board.can.shape && (
          <Combobox
            label={text('ideas.team.add')}
            words={words}
            selected={[]}
            search={search}
            onChange={([chosen]) => chosen && name.mutate(chosen.id)}
          />
        )}
      </div>
    </Dialog>
  )
}
