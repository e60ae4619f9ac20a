import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  Component,
  type ComponentType,
  type ReactNode,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import type { Language } from '#platform/contract/schema.ts'
import { Failed } from '#platform/web/await.tsx'
import { Refused } from '#platform/web/call.ts'
import { type Speech, SpeechContext, useText } from '#platform/web/i18n.ts'
import { live } from '#platform/web/live.ts'
import { type Me, MeContext, useMaybeMe } from '#platform/web/me.ts'
import { useGo, usePath } from '#platform/web/router.tsx'
import { forgetSending, resumeSending } from '#platform/web/sending.ts'
import { Button } from '#ui/button.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { Logo } from '#ui/logo.tsx'
import { PageSkeleton } from '#ui/skeleton.tsx'
import { ToastRegion } from '#ui/toast.tsx'
import { languageOf, meQuery, networkQuery } from './first-reads.ts'
import { rememberLanguage } from './language-before.ts'
import { NotFoundPage } from './not-found-page.tsx'
import type { Page } from './pages.ts'
import { Owed, screens } from './screens.tsx'
import { Shell } from './shell.tsx'
import { applyTheme } from './theme.ts'
import { nowSpoken, speakFirst, useWordsKnown } from './words.ts'

/** The network, the person, the words: then the pages. */
export function Root() {
  const network = useQuery(networkQuery)
  const me = useQuery(meQuery)
  const [spoken, setSpoken] = useState<Pick<Speech, 'language' | 'text'> | null>(nowSpoken)
  const timeZone = network.data?.timeZone ?? 'Europe/Paris'

  const switchTo = useCallback(async (language: Language) => {
    // What is spoken already is not said anew: the whole screen would be drawn again.
    if (nowSpoken()?.language !== language) await speakFirst(language)
    rememberLanguage(language)
    setSpoken(nowSpoken)
  }, [])
  const speech = useMemo<Speech | null>(
    () => spoken && { ...spoken, switchTo, timeZone },
    [spoken, switchTo, timeZone],
  )
  useEffect(() => {
    if (me.isPending || network.isPending) return
    void switchTo(languageOf(me.data?.language, network.data))
  }, [me.isPending, me.data?.language, network.isPending, network.data, switchTo])
  useEffect(() => applyTheme(me.data?.theme ?? 'auto'), [me.data?.theme])
  useSignedOut()
  useOwing()
  useLiveWhileSignedIn(me.data?.owes ? null : (me.data ?? null))

  // Not to know who is there is not to know that nobody is: without an answer, no door is shown.
  const unknown = [network, me].some(({ data, error }) => data === undefined && error !== null)
  if (unknown) return <Away retry={() => void Promise.all([network.refetch(), me.refetch()])} />
  if (!speech) return <Splash />
  return (
    <SpeechContext value={speech}>
      <MeContext value={me.data ?? null}>
        <Router>
          <Pages setUp={network.data?.setUp ?? true} />
        </Router>
        <Toasts />
      </MeContext>
    </SpeechContext>
  )
}

function Splash() {
  return (
    <div className="main" aria-busy="true">
      <p className="logo splash__logo" aria-hidden>
        <Logo />
      </p>
      <PageSkeleton label="Élan" />
    </div>
  )
}

/** Shown before any words could be loaded, hence both languages. */
function Away({ retry }: { retry: () => void }) {
  return (
    <main className="main">
      <ErrorPanel
        headingLevel={1}
        title="Élan ne répond pas. Élan isn’t answering."
        actions={
          <Button kind="primary" onClick={retry}>
            Réessayer · Try again
          </Button>
        }
      >
        Le réseau est coupé, ou le service redémarre. The network is down, or the service is restarting.
      </ErrorPanel>
    </main>
  )
}

function Toasts() {
  const text = useText()
  return <ToastRegion label={text('app.toasts')} dismissLabel={text('platform.close')} />
}

/** A session that ended elsewhere empties this screen too. */
function useSignedOut(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const out = () => {
      if (!queries.getQueryData(['people', 'me'])) return
      forgetSending()
      queries.setQueryData(['people', 'me'], null)
      // What this person read leaves the screen; what Root itself watches stays.
      queries.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== 'network' && queryKey[1] !== 'me',
      })
    }
    window.addEventListener('elan:signed-out', out)
    return () => window.removeEventListener('elan:signed-out', out)
  }, [queries])
}

/** Something is owed since this screen opened: the page that asks for it takes its place. */
function useOwing(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const owes = () => void queries.invalidateQueries({ queryKey: ['people', 'me'] })
    window.addEventListener('elan:owes', owes)
    return () => window.removeEventListener('elan:owes', owes)
  }, [queries])
}

function useLiveWhileSignedIn(me: Me | null): void {
  const queries = useQueryClient()
  const id = me?.id
  useEffect(() => {
    if (!id) return
    live.start()
    resumeSending(() => queries.invalidateQueries())
    return () => live.stop()
  }, [id, queries])
}

function Pages({ setUp }: { setUp: boolean }) {
  return (
    <Switch>
      {screens.map(({ page, Screen }) => (
        <Route key={page.path} path={page.path}>
          <Framed page={page} Screen={Screen} setUp={setUp} />
        </Route>
      ))}
      <Route>{setUp ? <NotFoundPage /> : <Redirect to={SET_UP} />}</Route>
    </Switch>
  )
}

const SET_UP = '/bienvenue'
const SIGN_IN = '/connexion'

function Framed({ page, Screen, setUp }: { page: Page; Screen: ComponentType; setUp: boolean }) {
  const me = useMaybeMe()
  const go = useGo()
  const path = usePath()
  const elsewhere = !setUp
    ? page.path === SET_UP
      ? null
      : SET_UP
    : page.public || me
      ? null
      : `${SIGN_IN}?vers=${encodeURIComponent(path)}`
  useEffect(() => {
    if (elsewhere) go(elsewhere, { replace: true })
  }, [elsewhere, go])
  const known = useWordsKnown(page.says ?? 'any')
  useTitle(known ? page.title : null)
  useStartOfPage(path)
  if (elsewhere) return <Splash />
  if (me?.owes && !page.public)
    return (
      <Suspense fallback={<Splash />}>
        <Owed />
      </Suspense>
    )
  const screen = (
    <Safe key={path}>
      <Suspense fallback={<Loading />}>
        <Screen />
      </Suspense>
    </Safe>
  )
  return page.public ? screen : <Shell title={known ? page.title : null}>{screen}</Shell>
}

function Loading() {
  const text = useText()
  return <PageSkeleton label={text('platform.loading')} />
}

function useTitle(key: string | null): void {
  const text = useText()
  useEffect(() => {
    document.title = key ? `${text(key)} · Élan` : 'Élan'
  }, [text, key])
}

/** A new page starts at its top, and the reader of a screen reader at its content. */
function useStartOfPage(path: string): void {
  useEffect(() => {
    if (!location.hash) window.scrollTo(0, 0)
  }, [path])
}

/** One page that breaks does not take the others with it. */
class Safe extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown }
  static getDerivedStateFromError(error: unknown) {
    return { error }
  }
  override render() {
    if (this.state.error === null) return this.props.children
    return this.state.error instanceof Refused ? <Failed error={this.state.error} /> : <Stalled />
  }
}

function Stalled() {
  const text = useText()
  return (
    <ErrorPanel
      title={text('app.broken.title')}
      actions={<Button onClick={() => location.reload()}>{text('app.broken.again')}</Button>}
    >
      {text('app.broken.safe')}
    </ErrorPanel>
  )
}
