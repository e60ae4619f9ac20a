import { useMutation } from '@tanstack/react-query'
import { FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Entry, type Recognition, recognise } from '../contract.ts'
import { fullName } from './invitation-data.ts'
import type { Newcomer } from './come-in.ts'

/** A personal code knows its person: they only say yes. */
export function CheckName({
  entry,
  person,
  onYes,
  onNo,
}: {
  entry: Entry
  person: NonNullable<Entry['person']>
  onYes: (newcomer: Newcomer) => void
  onNo: () => void
}) {
  const text = useText()
  return (
    <div className="stack">
      <div className="join__ok">
        <Avatar name={fullName(person)} size={56} />
        <p>
          {text('invitations.join.isItYou')}
          <br />
          <b className="h3">{fullName(person)}</b>
          {person.site && (
            <>
              <br />
              <span className="ink2">{person.site}</span>
            </>
          )}
        </p>
      </div>
      <Inviter entry={entry} />
      <Button kind="accent" size="l" full onClick={() => onYes(person)}>
        {text('invitations.join.itIsMe')}
      </Button>
      <Button kind="ghost" full onClick={onNo}>
        {text('invitations.join.notMe')}
      </Button>
      <ValidUntil day={entry.expiresOn} />
      <Look entry={entry} />
    </div>
  )
}

/** A shared code asks who one is; the directory expects them. */
export function FindMe({
  code,
  entry,
  onFound,
}: {
  code: string
  entry: Entry
  onFound: (newcomer: Newcomer) => void
}) {
  const text = useText()
  const find = useMutation({
    mutationFn: (person: Recognition) => call(recognise, { params: { code }, body: person }),
    onSuccess: (found, recognition) =>
      onFound({ ...found, identifier: 'staffNumber', least: 12, recognition }),
  })
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        const typed = typedIn(event)
        find.mutate({ staffNumber: typed('staffNumber').trim(), familyName: typed('familyName').trim() })
      }}
    >
      <h2 className="h3">{text('invitations.join.whoTitle')}</h2>
      <p className="ink2">{text('invitations.join.whoLead')}</p>
      <TextField
        label={text('invitations.join.staffNumber')}
        hint={text('invitations.join.staffNumberHint')}
        name="staffNumber"
        required
        maxLength={60}
        autoComplete="username"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TextField
        label={text('invitations.join.familyName')}
        name="familyName"
        required
        maxLength={80}
        autoComplete="family-name"
      />
      <FormProblem error={find.error} />
      <Button type="submit" kind="accent" size="l" full busy={find.isPending}>
        {text('invitations.join.findMe')}
      </Button>
      <p className="join__alt">
        {text('invitations.join.haveAccount')}{' '}
        <Link to={`/connexion?vers=${encodeURIComponent(`/rejoindre/${code}`)}`} className="link">
          {text('invitations.join.signIn')}
        </Link>
      </p>
      <Inviter entry={entry} />
      <Look entry={entry} />
    </form>
  )
}

export function NotMe({ onBack }: { onBack: () => void }) {
  const text = useText()
  return (
    <div className="row wrap g4">
      <Button kind="primary" onClick={onBack}>
        {text('invitations.join.back')}
      </Button>
      <Link to="/rejoindre" className="link">
        {text('invitations.join.otherCode')}
      </Link>
    </div>
  )
}

function Inviter({ entry }: { entry: Entry }) {
  const text = useText()
  if (!entry.by) return null
  return (
    <div className="join__by">
      <Avatar name={fullName(entry.by)} size={44} />
      <div>
        <p>{text('invitations.join.invitedBy', { by: fullName(entry.by) })}</p>
        {entry.message && (
          <p className="ink2 join__word">{text('invitations.mail.message', { message: entry.message })}</p>
        )}
      </div>
    </div>
  )
}

/** The public page of the community, when it has one. */
function Look({ entry }: { entry: Entry }) {
  const text = useText()
  if (!entry.community.previewSlug) return null
  return (
    <p>
      <Link to={`/decouvrir/${entry.community.previewSlug}`} className="link">
        {text('invitations.join.look')}
      </Link>
    </p>
  )
}

/** "Ce code est valable jusqu'au 22 mai 2027." */
function ValidUntil({ day }: { day: string }) {
  const text = useText()
  const format = useFormat()
  return <p className="sm mut">{text('invitations.join.until', { date: format.day(`${day}T12:00:00Z`) })}</p>
}
