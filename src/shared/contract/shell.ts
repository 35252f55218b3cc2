import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ANNOTATION_FORMATS } from './annotations.ts'
import { EXPORT_FORMATS } from './exports.ts'
import { failures } from './failures.ts'
import { BIBLIOGRAPHY_FORMATS } from './library.ts'

/**
 * A file or folder that the user chose, as a page may know it: its name and a
 * token that the core takes once in place of a path. No path ever comes from a page.
 */
export const Grant = z.object({ token: z.string(), name: z.string() })
export type Grant = z.infer<typeof Grant>

/** What was granted before; of a granted folder a file `inside` it, by the path that its import told. */
const Granted = z.object({ token: z.string(), inside: z.string().optional() })

/** What a file to write may hold; `folder` is one that is to be made. */
const TARGET_FORMATS = [
  ...EXPORT_FORMATS,
  ...ANNOTATION_FORMATS,
  ...BIBLIOGRAPHY_FORMATS,
  'txt',
  'key',
  'library',
  'folder',
] as const
export type TargetFormat = (typeof TARGET_FORMATS)[number]

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/**
 * How a page answers that its window is to close: all is stored and it may go, the user is being asked in it, or it is
 * to stay.
 */
export const LeaveAnswer = z.enum(['go', 'asking', 'stay'])
export type LeaveAnswer = z.infer<typeof LeaveAnswer>

/** What only a window's own shell can do. A page asks here, never the system. */
export const shell = {
  /** The system's open dialog; nothing chosen gives nothing. */
  chooseSources: oc
    .errors(failures)
    .input(z.object({ folder: z.boolean() }))
    .output(z.object({ chosen: z.array(Grant) })),
  /** The system's open dialog for the file of a citation style. */
  chooseStyle: oc
    .errors(failures)
    .input(z.object({}))
    .output(z.object({ chosen: Grant.nullable() })),
  /** The system's open dialog for the file of a key that signs. */
  chooseKey: oc
    .errors(failures)
    .input(z.object({}))
    .output(z.object({ chosen: Grant.nullable() })),
  /** Puts words on the system's clipboard, and with `html` the same in rich form. */
  copy: oc
    .errors(failures)
    .input(z.object({ text: z.string(), html: z.string().optional() }))
    .output(z.object({})),
  /** Prints a stored brief by the system's dialog; `printed` is false where the user called it off there. */
  print: oc
    .errors(failures)
    .input(z.object({ brief: z.string() }))
    .output(z.object({ printed: z.boolean() })),
  /** Pastes into the page, as the key does, what the system's clipboard holds; right after a press only. */
  paste: oc.errors(failures).input(z.object({})).output(z.object({})),
  /** The system's save dialog, which asks itself before a file is replaced. */
  chooseTarget: oc
    .errors(failures)
    .input(z.object({ name: z.string(), format: z.enum(TARGET_FORMATS) }))
    .output(z.object({ chosen: Grant.nullable() })),
  /**
   * The system's folder dialog: a place for each of several formats in it, named after the brief. Where files of these
   * names are there, the system asks before they are replaced.
   */
  chooseTargets: oc
    .errors(failures)
    .input(z.object({ name: z.string(), formats: z.array(z.enum(TARGET_FORMATS)).min(1) }))
    .output(z.object({ chosen: z.array(Grant) })),
  /** A new token for what was granted before: each is good for one use. */
  grantAgain: oc
    .errors(failures)
    .input(Granted)
    .output(z.object({ chosen: Grant })),
  /** Shows in its folder what was granted before. */
  reveal: oc.errors(failures).input(Granted).output(z.object({})),
  /** The system's folder dialog; a library that was chosen is opened in this window. */
  chooseLibrary: oc
    .errors(failures)
    .input(z.object({}))
    .output(z.object({ chosen: z.boolean() })),
  /** The system's folder dialog for a library that was exported. */
  chooseExported: oc
    .errors(failures)
    .input(z.object({}))
    .output(z.object({ chosen: Grant.nullable() })),
  /** Opens in this window the library at a place that was granted; its page is drawn anew. */
  openLibrary: oc
    .errors(failures)
    .input(z.object({ token: z.string() }))
    .output(z.object({})),
  /** Tries again to open the library that could not be opened. */
  reopen: oc.errors(failures).input(z.object({})).output(z.object({})),
  setTitle: oc
    .errors(failures)
    .input(z.object({ title: z.string() }))
    .output(z.object({})),
  setTheme: oc
    .errors(failures)
    .input(z.object({ theme: z.enum(THEMES) }))
    .output(z.object({})),
  /** Scales all that the window shows; 1 is the usual size. */
  setZoom: oc
    .errors(failures)
    .input(z.object({ factor: z.number().min(0.8).max(2) }))
    .output(z.object({})),
  /** Answers the shell's `closing`. */
  leave: oc
    .errors(failures)
    .input(z.object({ answer: LeaveAnswer }))
    .output(z.object({})),
  /** Hands a web or mail address to the system; any other is refused. */
  openLink: oc
    .errors(failures)
    .input(z.object({ href: z.string() }))
    .output(z.object({})),
}
