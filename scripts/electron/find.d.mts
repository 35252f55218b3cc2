/** Path of the Electron to open the app with; null where none is there. */
export const findElectron: () => string | null
