// Makes a checkout ready to run. Uses nothing but Node's own modules, for it runs before any package is there.
import process from 'node:process'
import { ensureNode } from './bootstrap/node.mjs'
import { npmVersion } from './bootstrap/npm.mjs'
import { ensurePackages, packagesMatch, stampPackages } from './bootstrap/packages.mjs'
import { CannotGoOn, sentenceOf, step } from './bootstrap/report.mjs'
import { ownMajor } from './runtime.mjs'

const LEAST_NODE = 20

const checkTools = async () => {
  if (ownMajor() < LEAST_NODE)
    throw new CannotGoOn(
      `Node ${process.versions.node} is too old: version ${LEAST_NODE} or newer is needed to start.`,
    )
  // Asking npm for its version takes longer than everything else: only when it has something to do.
  if (packagesMatch()) return `Node ${process.versions.node}`
  return `Node ${process.versions.node}, npm ${await npmVersion()}`
}

const main = async () => {
  process.stdout.write('Setting up\n')
  await step('Tools', checkTools)
  await step('Packages', ensurePackages)
  await step('Runtime', ensureNode)
  stampPackages()
  if (!process.argv.includes('--electron')) return
  const { setUpElectron } = await import('./electron/install.mjs')
  await setUpElectron()
}

try {
  await main()
} catch (error) {
  const sentence = sentenceOf(error)
  if (sentence === null) throw error
  process.stderr.write(`Cannot go on: ${sentence}\n`)
  process.exitCode = 1
}
