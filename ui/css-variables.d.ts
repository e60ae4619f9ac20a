import 'react'

declare module 'react' {
  // Styles hand their figures to the sheet through custom properties.
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined
  }
}
