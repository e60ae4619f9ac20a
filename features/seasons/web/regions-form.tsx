import { FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type SeasonSettings, setRegions } from '../contract.ts'
import { REGIONS, type Region } from '../rules/public-holidays.ts'
import { useDaysAct } from './season-data.ts'

/** Alsace-Moselle and overseas: further public holidays, for a site or for all. */
export function RegionsForm({ settings, readOnly }: { settings: SeasonSettings; readOnly: boolean }) {
  const text = useText()
  const { regions, sites } = settings
  const save = useDaysAct(
    (next: SeasonSettings['regions']) => call(setRegions, { body: { regions: next } }),
    () => showToast({ message: text('seasons.days.regionsSaved') }),
  )
  const everywhere = text('seasons.days.everywhere')
  return (
    <>
      {regions.length === 0 && <p className="ink2">{text('seasons.days.regionsNone')}</p>}
      <ul className="list">
        {regions.map((one) => {
          const name = `${text(`seasons.regions.${one.region}`)} · ${one.site || everywhere}`
          return (
            <li key={`${one.region} ${one.site}`} className="row row--b g3">
              <span className="grow">{name}</span>
              {!readOnly && (
                <Button
                  kind="ghost"
                  size="s"
                  aria-label={`${text('seasons.days.drop')} ${name}`}
                  onClick={() => save.mutate(regions.filter((other) => other !== one))}
                >
                  {text('seasons.days.drop')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {!readOnly && (
        <form
          className="sea__regions"
          onSubmit={(event) => {
            const typed = typedIn(event)
            const added = { region: typed('region') as Region, site: typed('site') }
            save.mutate([...regions, added])
          }}
        >
          <SelectField
            label={text('seasons.days.region')}
            name="region"
            options={REGIONS.map((value) => ({ value, label: text(`seasons.regions.${value}`) }))}
          />
          <SelectField
            label={text('seasons.days.site')}
            name="site"
            options={[
              { value: '', label: everywhere },
              ...sites.map((site) => ({ value: site, label: site })),
            ]}
          />
          <Button type="submit" kind="soft" busy={save.isPending}>
            {text('seasons.days.addRegion')}
          </Button>
          <FormProblem error={save.error} />
        </form>
      )}
    </>
  )
}
