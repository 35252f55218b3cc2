const PATIENCE = 2000

/** Puts the focus into the sheet: at once, or as soon as what is being opened there has been drawn. */
export function focusSheet(): void {
  if (focusNow()) return
  const observer = new MutationObserver(() => {
    if (focusNow()) observer.disconnect()
  })
  observer.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => observer.disconnect(), PATIENCE)
}

function focusNow(): boolean {
  const first = document.querySelector<HTMLElement>('[data-pane="sheet"] [data-first-focus]')
  first?.focus()
  return first !== null
}
