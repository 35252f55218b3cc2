declare module 'html-encoding-sniffer' {
  /** The standard's encoding sniffing algorithm: a name of the Encoding standard. */
  const sniffHTMLEncoding: (bytes: Uint8Array, options?: { readonly defaultEncoding?: string }) => string
  export default sniffHTMLEncoding
}
