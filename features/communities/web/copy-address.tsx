import { Copy } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { showToast } from '#ui/toast-store.ts'

/** An address to hand round. */
export function CopyAddress({ path }: { path: string }) {
  const text = useText()
  const address = `${location.origin}${path}`
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    showToast({ message: text('communities.copy.done') })
  }
  return (
    <div className="row g2 wrap panel">
      <span className="grow address">{address}</span>
      <Button icon={Copy} size="s" onClick={() => void copy()}>
        {text('communities.copy.action')}
      </Button>
    </div>
  )
}
