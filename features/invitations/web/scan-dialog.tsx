import { useEffect, useRef, useState } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { Dialog } from '#ui/dialog.tsx'
import { codeInText, isCode } from '../rules/code.ts'

interface Detector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
type DetectorMaker = new (options: { formats: string[] }) => Detector

const maker = (): DetectorMaker | undefined =>
  (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector

/** Where the browser reads QR codes by itself; elsewhere the phone's own camera opens the address. */
export const canScan = (): boolean => maker() !== undefined && Boolean(navigator.mediaDevices?.getUserMedia)

export function ScanDialog({ onClose, onCode }: { onClose: () => void; onCode: (plain: string) => void }) {
  const text = useText()
  const [off, setOff] = useState(false)
  const video = useCamera((seen) => {
    const plain = codeInText(seen)
    if (!isCode(plain)) return
    onClose()
    onCode(plain)
  }, setOff)
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('invitations.join.scanTitle')}
      closeLabel={text('invitations.join.close')}
    >
      {off ? (
        <p role="alert">{text('invitations.join.scanOff')}</p>
      ) : (
        <>
          <video ref={video} className="scan" playsInline muted aria-hidden="true" />
          <p className="sm ink2">{text('invitations.join.scanHint')}</p>
        </>
      )}
    </Dialog>
  )
}

const EVERY = 250

/** The picture is read here and sent nowhere; the camera goes off with the dialog. */
function useCamera(onText: (text: string) => void, onOff: (off: boolean) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef({ onText, onOff })
  useEffect(() => {
    latest.current = { onText, onOff }
  })
  useEffect(() => {
    const Maker = maker()
    const screen = video.current
    if (!Maker || !screen) return latest.current.onOff(true)
    const detector = new Maker({ formats: ['qr_code'] })
    let stream: MediaStream | null = null
    let timer = 0
    let ended = false
    const look = async () => {
      const [seen] = await detector.detect(screen).catch(() => [])
      if (seen && !ended) latest.current.onText(seen.rawValue)
      if (!ended) timer = window.setTimeout(() => void look(), EVERY)
    }
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .then(async (given) => {
        stream = given
        if (ended) return given.getTracks().forEach((track) => track.stop())
        screen.srcObject = given
        await screen.play()
        await look()
      })
      .catch(() => !ended && latest.current.onOff(true))
    return () => {
      ended = true
      clearTimeout(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [])
  return video
}
