/** The mock-ups’ icons: 16 × 16, drawn in the current colour with a stroke of 1.35. */
export const ICONS = {
  against: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M5.2 8h5.6" />
    </>
  ),
  altered: (
    <>
      <path d="M3 6.2h10M3 9.8h10M10.6 2.6 5.4 13.4" />
    </>
  ),
  at: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M10.2 5.8v3.1c0 1.9 2.9 1.7 2.9-1A5.1 5.1 0 1 0 11 12.1" />
    </>
  ),
  book: (
    <>
      <path d="M8 4.2C6.5 3.2 4.7 3 2.8 3v9.3c1.9 0 3.7.2 5.2 1.2 1.5-1 3.3-1.2 5.2-1.2V3c-1.9 0-3.7.2-5.2 1.2zM8 4.2v9.3" />
    </>
  ),
  brief: (
    <>
      <path d="M3 13l.7-2.9 6.9-6.9a1.2 1.2 0 0 1 1.7 0l.5.5a1.2 1.2 0 0 1 0 1.7L5.9 12.3z" />
      <path d="M9.6 4.2l2.2 2.2" />
    </>
  ),
  calls: (
    <>
      <path d="M3 6.3v3.4h2.2L10.5 13V3L5.2 6.3z" />
      <path d="M12.6 6.2a2.6 2.6 0 0 1 0 3.6" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 4.8V8l2.2 1.4" />
    </>
  ),
  comment: (
    <>
      <path d="M3 4.2A1.2 1.2 0 0 1 4.2 3h7.6A1.2 1.2 0 0 1 13 4.2v5a1.2 1.2 0 0 1-1.2 1.2H7.6L4.9 13v-2.6h-.7A1.2 1.2 0 0 1 3 9.2z" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="7.5" height="7.5" rx="1.3" />
      <path d="M10.5 3.5h-6a1 1 0 0 0-1 1v6" />
    </>
  ),
  dots: (
    <>
      <circle cx="8" cy="8" r="5.75" strokeDasharray="1.5 2.1" />
    </>
  ),
  down: (
    <>
      <path d="m4.5 6.3 3.5 3.5 3.5-3.5" />
    </>
  ),
  info: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.4v3.4M8 5.1v.2" />
    </>
  ),
  export: (
    <>
      <path d="M8 10V2.8" />
      <path d="M5 5.6l3-3 3 3" />
      <path d="M3 9v4h10V9" />
    </>
  ),
  fail: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="m5.9 5.9 4.2 4.2M10.1 5.9l-4.2 4.2" />
    </>
  ),
  filter: (
    <>
      <path d="M3 4.5h10M5 8h6M7 11.5h2" />
    </>
  ),
  folder: (
    <>
      <path d="M2.5 4.5a1 1 0 0 1 1-1h2.7l1.5 1.5h4.8a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1z" />
    </>
  ),
  for: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M5.2 8h5.6M8 5.2v5.6" />
    </>
  ),
  history: (
    <>
      <path d="M3 8a5 5 0 1 1 1.6 3.7" />
      <path d="M2.8 4.5 3 8l3.2-1" />
      <path d="M8 5.3V8l1.8 1.2" />
    </>
  ),
  import: (
    <>
      <path d="M8 2.5v7.5" />
      <path d="M5 7.2 8 10.2l3-3" />
      <path d="M3 13h10" />
    </>
  ),
  inbox: (
    <>
      <path d="M2.5 9.5 4.2 3.5h7.6l1.7 6v3a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1z" />
      <path d="M2.5 9.5h3l1 1.75h3l1-1.75h3" />
    </>
  ),
  key: (
    <>
      <circle cx="5.5" cy="10.5" r="2.6" />
      <path d="M7.4 8.6 13 3M10.6 5.4l1.8 1.8" />
    </>
  ),
  left: (
    <>
      <path d="M9.7 4.5 6.2 8l3.5 3.5" />
    </>
  ),
  link: (
    <>
      <path d="M7 9a2.6 2.6 0 0 0 3.7 0l1.8-1.8a2.6 2.6 0 0 0-3.7-3.7L8 4.3" />
      <path d="M9 7a2.6 2.6 0 0 0-3.7 0L3.5 8.8a2.6 2.6 0 0 0 3.7 3.7l.8-.8" />
    </>
  ),
  list: (
    <>
      <path d="M5.5 4.5H13M5.5 8H13M5.5 11.5H13M2.8 4.5h.1M2.8 8h.1M2.8 11.5h.1" />
    </>
  ),
  lock: (
    <>
      <rect x="3.8" y="7" width="8.4" height="6" rx="1.3" />
      <path d="M5.7 7V5.2a2.3 2.3 0 0 1 4.6 0V7" />
    </>
  ),
  marked: (
    <>
      <path d="M5.2 3H3v10h2.2M10.8 3H13v10h-2.2" />
      <g fill="currentColor" stroke="none">
        <circle cx="5.9" cy="8" r=".85" />
        <circle cx="8" cy="8" r=".85" />
        <circle cx="10.1" cy="8" r=".85" />
      </g>
    </>
  ),
  matrix: (
    <>
      <rect x="2.5" y="3" width="11" height="10" rx="1.5" />
      <path d="M2.5 6.5h11M6.5 3v10M10 6.5V13" />
    </>
  ),
  misattributed: (
    <>
      <path d="M2.8 5.5h9.4M9.6 2.9l2.6 2.6-2.6 2.6" />
      <path d="M13.2 10.7H3.8M6.4 8.1 3.8 10.7l2.6 2.6" />
    </>
  ),
  more: (
    <>
      <g fill="currentColor" stroke="none">
        <circle cx="3.8" cy="8" r="1.1" />
        <circle cx="8" cy="8" r="1.1" />
        <circle cx="12.2" cy="8" r="1.1" />
      </g>
    </>
  ),
  normalised: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M4.9 8.6c1-1.6 2.1-1.6 3.1-.6s2.1 1 3.1-.6" />
    </>
  ),
  'not-found': (
    <>
      <circle cx="7" cy="7" r="4.4" />
      <path d="m10.3 10.3 3.2 3.2M5.5 5.5l3 3M8.5 5.5l-3 3" />
    </>
  ),
  note: (
    <>
      <path d="M3 3h10v7l-3 3H3z" />
      <path d="M10 13v-3h3" />
    </>
  ),
  open: (
    <>
      <path d="M6 4.5h5.5V10" />
      <path d="M11.3 4.7 4.5 11.5" />
    </>
  ),
  orphaned: (
    <>
      <path d="M8.6 4.6l.8-.8a2.6 2.6 0 0 1 3.7 3.7l-1 1" />
      <path d="M7.4 11.4l-.8.8a2.6 2.6 0 0 1-3.7-3.7l1-1" />
      <path d="M5.2 2.6v1.9M2.6 5.2h1.9M10.8 13.4v-1.9M13.4 10.8h-1.9" />
    </>
  ),
  package: (
    <>
      <path d="M8 2.3 13 5v6l-5 2.7L3 11V5z" />
      <path d="M3 5l5 2.7L13 5M8 7.7v6" />
    </>
  ),
  outline: (
    <>
      <path d="M2.8 4h.01M5.6 4h7.9M5.6 8h.01M8.4 8h5.1M5.6 12h.01M8.4 12h5.1" />
    </>
  ),
  panel: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="2" />
      <path d="M10 3v10" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5.4" r="2.5" />
      <path d="M3.2 13.2c.5-2.6 2.4-4 4.8-4s4.3 1.4 4.8 4" />
    </>
  ),
  pin: (
    <>
      <path d="M6 2.8h4l-.5 4 2.2 2H4.3l2.2-2z" />
      <path d="M8 8.8v4.6" />
    </>
  ),
  plus: (
    <>
      <path d="M8 3.5v9M3.5 8h9" />
    </>
  ),
  print: (
    <>
      <path d="M5 6V2.8h6V6" />
      <path d="M5 11.5H3.2a.7.7 0 0 1-.7-.7V7a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v3.8a.7.7 0 0 1-.7.7H11" />
      <path d="M5 9.5h6v3.8H5z" />
    </>
  ),
  quote: (
    <>
      <path d="M6.8 4.3C4.9 4.9 3.8 6.3 3.8 8.3v3h3.1v-3H5.2" />
      <path d="M12.4 4.3c-1.9.6-3 2-3 4v3h3.1v-3h-1.7" />
    </>
  ),
  reports: (
    <>
      <path d="M3 4.5h10M3 8h10M3 11.5h6" />
    </>
  ),
  right: (
    <>
      <path d="m6.3 4.5 3.5 3.5-3.5 3.5" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.2 10.2 3.3 3.3" />
    </>
  ),
  setaside: (
    <>
      <path d="M6.4 5.2c-1.6.6-2.6 1.8-2.6 3.6v2.5h2.9V8.8H5.2M11.9 5.2c-1.6.6-2.6 1.8-2.6 3.6v2.5h2.9V8.8h-1.5M2.5 13.5l11-11" />
    </>
  ),
  shield: (
    <>
      <path d="M8 2.2l5 1.8v3.7c0 3-2 5-5 6.1-3-1.1-5-3.1-5-6.1V4z" />
      <path d="M5.8 8l1.6 1.6 2.9-3.1" />
    </>
  ),
  short: (
    <>
      <path d="M3.5 5v6M12.5 5v6M3.5 8h9" />
    </>
  ),
  sidebar: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="2" />
      <path d="M6 3v10" />
    </>
  ),
  sliders: (
    <>
      <path d="M3 5h4.6M11.4 5H13M3 11h1.6M8.4 11H13" />
      <circle cx="9.5" cy="5" r="1.7" />
      <circle cx="6.5" cy="11" r="1.7" />
    </>
  ),
  sort: (
    <>
      <path d="M5 3.5v9" />
      <path d="M2.8 10.3 5 12.5l2.2-2.2" />
      <path d="M9.5 4.5h4M9.5 8h3M9.5 11.5h2" />
    </>
  ),
  source: (
    <>
      <path d="M4 2.5h5l3 3v8H4z" />
      <path d="M9 2.5v3h3" />
      <path d="M6 8.5h4M6 11h4" />
    </>
  ),
  tag: (
    <>
      <path d="M2.8 3.5v4.2l5.8 5.8 4.7-4.7L7.5 3H3.3z" />
      <circle cx="5.4" cy="5.7" r=".7" />
    </>
  ),
  tick: (
    <>
      <path d="m3.5 8.5 3 3 6-6.5" />
    </>
  ),
  translated: (
    <>
      <path d="M2.6 12 5 5.5 7.4 12M3.4 9.9h3.2" />
      <path d="M8.6 4.6h5M11.1 3.2v1.4M12.6 4.6c-.4 2.3-1.8 4-3.8 5M9.6 4.8c.5 2 1.9 3.7 3.9 4.6" />
    </>
  ),
  trash: (
    <>
      <path d="M3 4.5h10M6 4.5V3h4v1.5M4.3 4.5 5 13h6l.7-8.5" />
    </>
  ),
  type: (
    <>
      <path d="M2.5 12 5.8 4l3.3 8M3.7 9.3h4.2" />
      <path d="M10 12l1.8-4.5L13.6 12M10.6 10.4h2.4" />
    </>
  ),
  undo: (
    <>
      <path d="M5.5 3.5 3 6l2.5 2.5" />
      <path d="M3.2 6h6.3a3.2 3.2 0 0 1 0 6.4H6" />
    </>
  ),
  updown: (
    <>
      <path d="M5.2 6.2 8 3.4l2.8 2.8M5.2 9.8 8 12.6l2.8-2.8" />
    </>
  ),
  verbatim: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="m5.5 8.2 1.8 1.8 3.3-3.7" />
    </>
  ),
  warn: (
    <>
      <path d="M8 2.8 14 13H2z" />
      <path d="M8 6.6v3M8 11.2v.1" />
    </>
  ),
  x: (
    <>
      <path d="m4.5 4.5 7 7M11.5 4.5l-7 7" />
    </>
  ),
} as const

export type IconName = keyof typeof ICONS
