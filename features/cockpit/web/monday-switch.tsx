import { useText } from '#platform/web/i18n.ts'
import { call } from '#platform/web/call.ts'
import { Switch } from '#ui/switch.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Cockpit, setMonday } from '../contract.ts'
import { useGestureAct } from './cockpit-data.ts'

/** The same list by e-mail, for those who have an address. */
export function MondaySwitch({ cockpit }: { cockpit: Cockpit }) {
  const text = useText()
  const set = useGestureAct(
    async (wanted: boolean) => {
      await call(setMonday, { params: { id: cockpit.spaceId }, body: { wanted } })
      return wanted
    },
    (wanted) => showToast({ message: text(wanted ? 'cockpit.monday.on' : 'cockpit.monday.off') }),
  )
  if (cockpit.monday === null) return null
  return (
    <div className="ani__monday">
      <Switch
        label={text('cockpit.monday.label')}
        hint={text('cockpit.monday.hint')}
        checked={set.isPending ? set.variables : cockpit.monday}
        onChange={(wanted) => set.mutate(wanted)}
      />
    </div>
  )
}
