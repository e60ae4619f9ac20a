import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import type { Kit } from '../contract.ts'

/** For whoever posts by hand: the pictures are saved, and added there. */
export function VisualsToSave({ kit }: { kit: Kit }) {
  const text = useText()
  if (kit.visuals.length === 0) return null
  return (
    <section aria-labelledby="visuals" className="stack stack-3">
      <h2 className="h3" id="visuals">
        {text('sharing.visuals.title', { count: kit.visuals.length })}
      </h2>
      <p className="sm ink2">{text('sharing.visuals.note')}</p>
      <ul className="shk__pics">
        {kit.visuals.map((visual) => (
          <li key={visual.fileId} className="stack stack-1">
            {visual.mediaType.startsWith('image/') ? (
              <img className="art" src={fileUrl(visual.fileId, 'w640')} alt={visual.alt} loading="lazy" />
            ) : (
              <p>{visual.name}</p>
            )}
            <a className="link sm shk__save" href={fileUrl(visual.fileId)} download={visual.name}>
              {text('sharing.visuals.save')}
              <span className="vh"> {visual.alt}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
