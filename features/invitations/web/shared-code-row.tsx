import { Ban, CircleCheck, Clock, Copy, Download, Ellipsis, Printer, Undo2, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import type { Icon } from '#ui/icon.tsx'
import { Menu } from '#ui/menu.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type SharedCode, withdrawCode } from '../contract.ts'
import { useGesture } from './invitation-data.ts'

const LOOKS: Record<SharedCode['state'], { kind: BadgeKind; icon: Icon }> = {
  open: { kind: 'ok', icon: CircleCheck },
  expired: { kind: 'neutral', icon: Clock },
  withdrawn: { kind: 'neutral', icon: Undo2 },
  used_up: { kind: 'info', icon: UsersRound },
}

/** A shared code: its QR, how many came in by it, and what is made of it. */
export function SharedCodeRow({ spaceId, code }: { spaceId: string; code: SharedCode }) {
  const text = useText()
  const format = useFormat()
  const open = code.state === 'open'
  const look = LOOKS[code.state]
  const label = code.label || text(`invitations.follow.codes.noLabel.${code.kind}`)
  return (
    <li className={classNames('sharedcode', !open && 'sharedcode--over')}>
      <div className="row g4 wrap">
        {open && (
          <img
            className="sharedcode__qr"
            src={`/api/codes/${code.id}/qr`}
            alt={text('invitations.follow.codes.qrAlt', { label })}
            width={112}
            height={112}
            loading="lazy"
          />
        )}
        <div className="stack stack-2 grow">
          <h3 className="h3">{label}</h3>
          <p className="h2 num sharedcode__code">{code.code}</p>
          <p className="row g2 wrap sm ink2">
            <Badge kind={look.kind} icon={look.icon}>
              {text(`invitations.follow.codes.state.${code.state}`)}
            </Badge>
            <span>
              {text('invitations.follow.codes.uses', {
                uses: format.number(code.uses),
                max: format.number(code.maxUses),
              })}
            </span>
            <span>{text('invitations.follow.codes.until', { date: format.day(code.expiresAt) })}</span>
          </p>
        </div>
      </div>
      {open && <More spaceId={spaceId} code={code} label={label} />}
      {open && <Acts code={code} />}
    </li>
  )
}

function Acts({ code }: { code: SharedCode }) {
  const text = useText()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code.url)
      showToast({ message: text('invitations.follow.codes.copied') })
    } catch {
      showToast({ message: text('invitations.follow.codes.copyFailed', { url: code.url }) })
    }
  }
  const poster = (size: 'A4' | 'A3') => (
    <a
      className={buttonClass({ kind: 'soft', size: 's' })}
      href={`/api/codes/${code.id}/poster?size=${size}`}
      target="_blank"
      rel="noreferrer"
    >
      <Printer className="i" aria-hidden />
      {text(`invitations.follow.codes.poster${size}`)}
    </a>
  )
  return (
    <div className="row g2 wrap sharedcode__acts">
      <Button kind="soft" size="s" icon={Copy} onClick={() => void copy()}>
        {text('invitations.follow.codes.copy')}
      </Button>
      {poster('A4')}
      {poster('A3')}
      <a
        className={buttonClass({ kind: 'ghost', size: 's' })}
        href={`/api/codes/${code.id}/qr?format=png`}
        download="elan-qr.png"
      >
        <Download className="i" aria-hidden />
        {text('invitations.follow.codes.qr')}
      </a>
    </div>
  )
}

function More({ spaceId, code, label }: { spaceId: string; code: SharedCode; label: string }) {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const withdraw = useGesture(
    spaceId,
    (id: string) => call(withdrawCode, { params: { id } }),
    () => text('invitations.follow.codes.withdrawn'),
  )
  return (
    <>
      <Menu
        label={text('invitations.follow.acts', { name: label })}
        buttonLabel={text('invitations.follow.acts', { name: label })}
        align="end"
        items={[
          {
            key: 'withdraw',
            label: text('invitations.follow.codes.withdraw'),
            icon: Ban,
            danger: true,
            onSelect: () => setAsking(true),
          },
        ]}
      >
        <Ellipsis className="i" aria-hidden />
      </Menu>
      <ConfirmDialog
        open={asking}
        title={text('invitations.follow.codes.withdrawTitle')}
        confirmLabel={text('invitations.follow.codes.withdraw')}
        keepLabel={text('invitations.follow.codes.keep')}
        busy={withdraw.isPending}
        onConfirm={() => withdraw.mutate(code.id, { onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        <p>{text('invitations.follow.codes.withdrawBody')}</p>
      </ConfirmDialog>
    </>
  )
}
