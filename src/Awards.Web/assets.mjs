// Fills wwwroot/lib from node_modules: `npm run assets`. Pages load nothing from other hosts, so everything they need is copied here.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const modules = join(root, 'node_modules')
const lib = join(root, 'wwwroot', 'lib')
const firaSans = join(modules, '@expo-google-fonts', 'fira-sans')

const copies = {
  'kern/kern.min.css': '@kern-ux/native/dist/kern.min.css',
  'kern/LICENSE.md': '@kern-ux/native/LICENSE.md',
  'fonts/LICENSE.txt': '@expo-google-fonts/fira-sans/LICENSE_FONT',
}

// KERN asks for 400, 500 and 600. Two files serve all weights: 500 and bolder use SemiBold, so that headings stay distinct.
const fonts = [
  { file: 'fonts/fira-sans-regular.woff2', source: '400Regular/FiraSans_400Regular.ttf', weight: '400' },
  { file: 'fonts/fira-sans-semibold.woff2', source: '600SemiBold/FiraSans_600SemiBold.ttf', weight: '500 900' },
]

// Latin and Latin Extended-A with what German texts add: combining accents, capital sharp s, quotes, dashes, euro, arrows, signs.
const ranges = [
  [0x20, 0x7e], [0xa0, 0x17f], [0x218, 0x21b], [0x300, 0x30c], [0x327, 0x328], [0x1e9e, 0x1e9e], [0x2002, 0x200d],
  [0x2010, 0x2015], [0x2018, 0x201f], [0x2020, 0x2022], [0x2026, 0x2026], [0x202f, 0x2030], [0x2032, 0x2033],
  [0x2039, 0x203a], [0x2044, 0x2044], [0x20ac, 0x20ac], [0x2116, 0x2116], [0x2122, 0x2122], [0x2190, 0x2199],
  [0x2212, 0x2212], [0x2248, 0x2248], [0x2260, 0x2265], [0x25cf, 0x25cf], [0x2713, 0x2713], [0xfb01, 0xfb02],
]
const features = ['kern', 'liga', 'locl', 'ccmp', 'mark', 'mkmk', 'tnum', 'lnum', 'calt', 'sups', 'frac', 'numr', 'dnom']

const outputs = [...Object.keys(copies), ...fonts.map(f => f.file), 'fonts/fira-sans.css']
const stampFile = join(lib, '.stamp')
const hash = createHash('sha256')
for (const file of [join(root, 'package-lock.json'), fileURLToPath(import.meta.url)]) hash.update(await readFile(file))
const stamp = hash.digest('hex')

const upToDate = outputs.every(file => existsSync(join(lib, file)))
  && existsSync(stampFile) && await readFile(stampFile, 'utf8') === stamp
if (upToDate) {
  console.log('assets: unchanged')
} else {
  await build()
}

async function build() {
  if (!existsSync(firaSans)) {
    console.error('assets: node_modules is missing or incomplete; run "npm ci" first.')
    process.exit(1)
  }
  await rm(lib, { recursive: true, force: true })
  for (const file of outputs) await mkdir(dirname(join(lib, file)), { recursive: true })

  for (const [file, source] of Object.entries(copies)) await copyFile(join(modules, source), join(lib, file))
  await refuseForeignUrls('kern/kern.min.css')

  const { default: subsetFont } = await import('subset-font')
  const text = ranges.map(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('')).join('')
  for (const font of fonts) {
    const full = await readFile(join(firaSans, font.source))
    await writeFile(join(lib, font.file), await subsetFont(full, text, { targetFormat: 'woff2', keepFeatures: features }))
  }
  await writeFile(join(lib, 'fonts', 'fira-sans.css'), fonts.map(fontFace).join(''))

  // The stamp comes last: an interrupted run is repeated.
  await writeFile(stampFile, stamp)
  for (const file of outputs) console.log(`${String((await stat(join(lib, file))).size).padStart(8)} lib/${file}`)
}

function fontFace({ file, weight }) {
  const url = file.replace('fonts/', './')
  return `@font-face{font-family:"Fira Sans";font-style:normal;font-weight:${weight};font-display:swap;src:url("${url}") format("woff2")}\n`
}

/** A style sheet that loads anything but data: URLs would break the content security policy, or end in a 404. */
async function refuseForeignUrls(file) {
  const css = await readFile(join(lib, file), 'utf8')
  const found = css.match(/@import[^;]*|url\((?!["']?data:)[^)]*\)/g)
  if (found) throw new Error(`${file} refers to other files: ${[...new Set(found)].join(', ')}`)
}
