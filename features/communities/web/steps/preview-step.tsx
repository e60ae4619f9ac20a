import { Film } from 'lucide-react'
import { useState } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { fileUrl } from '#platform/web/call.ts'
import { Checkbox } from '#ui/checkbox.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Fact } from '../../contract.ts'
import { CopyAddress } from '../copy-address.tsx'
import { fullName } from '../faces.ts'
import { OneFile } from '../public/one-file.tsx'
import type { StepProps } from './step-props.ts'

const FACTS: Fact[] = ['members', 'groups', 'posts', 'practices']

const toggled = <T,>(list: readonly T[], item: T, on: boolean): T[] =>
  on ? [...list, item] : list.filter((one) => one !== item)

export function PreviewStep({ community, change, refusal }: StepProps) {
  const text = useText()
  const { preparation } = community
  if (!preparation) return null
  const { preview } = preparation
  const choose = (part: Partial<typeof preview>) => change({ preview: { ...preview, ...part } })
  return (
    <>
      <OneFile
        fileId={community.coverFileId}
        accept="image/*"
        title={text('communities.preview.cover')}
        hint={text('communities.preview.coverHint')}
        shown={(fileId) => <img className="art prepare__cover" src={fileUrl(fileId, 'w640')} alt="" />}
        onChange={(coverFileId) => change({ coverFileId })}
      />
      <OneFile
        fileId={preparation.previewVideoFileId}
        accept="video/*"
        icon={Film}
        title={text('communities.preview.video')}
        hint={text('communities.preview.videoHint')}
        shown={(fileId) => (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- captions come with the file itself when it has some
          <video className="prepare__cover" src={fileUrl(fileId)} controls preload="metadata" />
        )}
        onChange={(previewVideoFileId) => change({ previewVideoFileId })}
      />
      <fieldset className="field">
        <legend className="label">{text('communities.preview.behind')}</legend>
        {community.behind.map((person) => (
          <Checkbox
            key={person.id}
            label={fullName(person)}
            hint={person.job}
            checked={preview.behind.includes(person.id)}
            onChange={(event) =>
              choose({ behind: toggled(preview.behind, person.id, event.target.checked).slice(0, 6) })
            }
          />
        ))}
      </fieldset>
      <fieldset className="field">
        <legend className="label">{text('communities.preview.facts')}</legend>
        {FACTS.map((fact) => (
          <Checkbox
            key={fact}
            label={text(`communities.preview.fact.${fact}`)}
            checked={preview.facts.includes(fact)}
            onChange={(event) => choose({ facts: toggled(preview.facts, fact, event.target.checked) })}
          />
        ))}
        <p className="sm mut">{text('communities.preview.factsHint')}</p>
      </fieldset>
      <Switch
        label={text('communities.preview.posts')}
        hint={text('communities.preview.postsHint')}
        checked={preview.showPosts}
        onChange={(showPosts) => choose({ showPosts })}
      />
      <SlugField
        key={community.slug}
        slug={community.slug}
        error={refusal?.on('slug')}
        onChange={(slug) => change({ slug })}
      />
      <Switch
        label={text('communities.preview.share')}
        hint={refusal?.on('previewPublished') ?? text('communities.preview.shareHint')}
        checked={community.previewPublished}
        onChange={(previewPublished) => change({ previewPublished })}
      />
      {community.previewPublished && <CopyAddress path={`/decouvrir/${community.slug}`} />}
      <p>
        <Link className="link" to={`/decouvrir/${community.slug}`}>
          {text('communities.preview.look')}
        </Link>
      </p>
    </>
  )
}

/** Sent when one leaves the field: half an address is no address. */
function SlugField({
  slug,
  error,
  onChange,
}: {
  slug: string
  error: string | undefined
  onChange: (slug: string) => void
}) {
  const text = useText()
  const [typed, setTyped] = useState(slug)
  const sound = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed) && typed.length >= 2
  return (
    <TextField
      label={text('communities.preview.slug')}
      hint={`${location.host}/decouvrir/${typed}`}
      error={sound ? error : text('communities.preview.slugShape')}
      maxLength={60}
      autoCapitalize="none"
      spellCheck={false}
      value={typed}
      onChange={(event) => setTyped(event.target.value.toLowerCase())}
      onBlur={() => sound && typed !== slug && onChange(typed)}
    />
  )
}
