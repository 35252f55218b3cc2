export const tabs = {
  label: 'Open in this window',
  close: 'Close (Ctrl+W)',
  name: (title: string, kind: string): string => `${title}, ${kind}`,
  kinds: {
    sources: 'source',
    briefs: 'brief',
    annotations: 'highlights',
    search: 'search',
    trash: 'trash',
    review: 'review',
  },
  openBeside: 'Open beside',
}
