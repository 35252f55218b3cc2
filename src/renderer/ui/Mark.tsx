/** The product's mark: an opening quotation mark whose lower edge is held by a line, as a quote is by its source. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 64 64" width="56" height="56" aria-hidden="true">
      <path
        fill="currentColor"
        d="M12 34c0-11 6-19 16-22l2 4c-6 3-9 7-9 12h8v14H12zM35 34c0-11 6-19 16-22l2 4c-6 3-9 7-9 12h8v14H35z"
      />
      <path stroke="var(--v-verbatim)" strokeWidth="4" strokeLinecap="round" d="M12 53h40" />
    </svg>
  )
}
