import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { dropTheme, nameTheme, type Theme } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { useLibraryAct } from './library-data.ts'

/** The words by which the library is sorted, for those who animate. */
export function ThemesDialog({
  spaceId,
  themes,
  onClose,
}: {
  spaceId: string
  themes: Theme[]
  onClose: () => void
}) {
  const text = useText()
  const [name, setName] = useState('')
  const [themeId, setThemeId] = useState(newId)
  const add = useLibraryAct(
    () => call(nameTheme, { params: { id: spaceId, themeId }, body: { name } }),
    () => {
      setName('')
      setThemeId(newId())
    },
  )
  const drop = useLibraryAct(
    (theme: Theme) => call(dropTheme, { params: { id: spaceId, themeId: theme.id } }),
    () => showToast({ message: text('library.theme_dropped') }),
  )
  return (
    <Dialog open onClose={onClose} title={text('library.manage_title')} closeLabel={text('platform.close')}>
      <div className="stack stack-4">
        <p className="ink2">{text('library.manage_lead')}</p>
        {themes.length === 0 ? (
          <p className="sm ink2">{text('library.no_themes')}</p>
        ) : (
          <ul className="list">
            {themes.map((theme) => (
              <li key={theme.id} className="row sb g2 lib__th">
                <span>
                  <span className="b">{theme.name}</span>{' '}
                  <span className="sm ink2">{text('library.theme_count', { count: theme.practices })}</span>
                </span>
                <IconButton
                  icon={Trash2}
                  label={text('library.theme_drop', { name: theme.name })}
                  onClick={() => drop.mutate(theme)}
                />
              </li>
            ))}
          </ul>
        )}
        <form
          className="stack stack-3"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) add.mutate(undefined)
          }}
        >
          <TextField
            label={text('library.theme_name')}
            error={fieldError(add.error, 'name')}
            maxLength={LIMITS.theme}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <FormProblem error={add.error} fields={['name']} />
          <div>
            <Button type="submit" kind="primary" busy={add.isPending}>
              {text('library.theme_add')}
            </Button>
          </div>
        </form>
      </div>
    </Dialog>
  )
}
