// Draws charts as SVG. Started by ChartRenderer like render.mjs, with the same lines: {"id":1,"template":"bars","data":{…}} in,
// {"id":1,"pdf":"base64 of the SVG"} or {"id":1,"error":"…"} out. Texts come from people and reach the picture as texts only.
import { createInterface } from 'node:readline'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const { modules } = JSON.parse(process.argv[2])
const echarts = createRequire(join(modules, '..', 'package.json'))('echarts')
const { default: germany } = await import(pathToFileURL(join(modules, '@svg-maps', 'germany', 'index.js')).href)

// Blue, orange, green, purple: told apart by colour-blind eyes, and by their patterns.
const colours = ['#1d4fa3', '#e08a1e', '#2c7a4b', '#7b4fa6', '#8a5a3c', '#4a90a4']
// Labels that would lie upon a smaller state.
const moved = { bb: [25, 60], ni: [35, -12] }
const ink = '#1c1f2b'
const number = (value, language) => new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'de-DE', { maximumFractionDigits: 1 }).format(value)

const kinds = { bars: chart, columns: chart, map }

createInterface({ input: process.stdin }).on('line', line => {
  const { id, template, data } = JSON.parse(line)
  try {
    if (!kinds[template]) throw new Error(`there is no chart '${template}'`)
    answer({ id, pdf: Buffer.from(kinds[template](data, template)).toString('base64') })
  } catch (error) {
    answer({ id, error: error.message })
  }
}).on('close', () => process.exit(0))
answer({ ready: true })

function answer(line) {
  process.stdout.write(JSON.stringify(line) + '\n')
}

function chart({ title, language, unit, categories, series, stacked }, kind) {
  const lying = kind === 'bars'
  const height = lying ? 90 + categories.length * (stacked ? 30 : 16 * series.length + 14) : 360
  const drawn = echarts.init(null, null, { renderer: 'svg', ssr: true, width: 720, height })
  try {
    const names = { type: 'category', data: categories, axisLabel: { color: ink, width: lying ? 190 : undefined, overflow: 'break' }, inverse: lying }
    const values = { type: 'value', name: unit, nameTextStyle: { color: ink }, axisLabel: { color: ink, formatter: value => number(value, language) }, minInterval: unit ? 0 : 1 }
    drawn.setOption({
      backgroundColor: '#ffffff',
      color: colours,
      animation: false,
      aria: { enabled: true, label: { description: title }, decal: { show: series.length > 1 } },
      textStyle: { fontFamily: 'Fira Sans, sans-serif', color: ink },
      legend: series.length > 1 ? { top: 4, textStyle: { color: ink } } : undefined,
      grid: { left: 12, right: 40, top: 44, bottom: 12, containLabel: true },
      xAxis: lying ? values : names,
      yAxis: lying ? names : values,
      series: series.map(one => ({
        name: one.name, type: 'bar', data: one.values, stack: stacked ? 'all' : undefined, barMaxWidth: 28,
        label: { show: lying && !stacked, position: 'right', color: ink, formatter: point => number(point.value, language) },
      })),
    })
    return drawn.renderToSVGString()
  } finally {
    // An open chart keeps the process from ending.
    drawn.dispose()
  }
}

function map({ title, language, values }) {
  const byCode = Object.fromEntries(values.map(each => [each.code.toLowerCase(), each]))
  const most = Math.max(1, ...values.map(each => each.value))
  const places = germany.locations.map(({ id, path }) => ({ path, entry: byCode[id], ...middle(path, moved[id]) }))
  const areas = places.map(({ path, entry }) => `<path d="${path}" fill="${shade(entry?.value ?? 0, most)}" stroke="#ffffff" stroke-width="1.5"><title>${escape(entry ? `${entry.label}: ${number(entry.value, language)}` : '')}</title></path>`)
  const labels = places.filter(place => place.entry).map(({ x, y, entry }) => `<text x="${x}" y="${y}" text-anchor="middle" dominant-baseline="central" font-size="17" font-weight="600" fill="${ink}" stroke="#ffffff" stroke-width="4" paint-order="stroke">${escape(number(entry.value, language))}</text>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${germany.viewBox}" width="586" height="793" role="img" font-family="Fira Sans, sans-serif"><title>${escape(title)}</title><rect width="586" height="793" fill="#ffffff"/>${areas.join('')}${labels.join('')}</svg>`
}

function shade(value, most) {
  if (value === 0) return '#eceef5'
  const share = Math.sqrt(value / most)
  const mix = (light, dark) => Math.round(light + (dark - light) * share)
  return `rgb(${mix(214, 72)},${mix(226, 124)},${mix(246, 204)})`
}

/** The middle of the largest part of a state; paths are relative moves only. */
function middle(path, [right, down] = [0, 0]) {
  let [x, y, largest] = [0, 0, { size: -1 }]
  for (const part of path.split('z').map(part => part.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).filter(part => part.length > 2)) {
    const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
    let [startX, startY] = [0, 0]
    for (let at = 0; at < part.length; at += 2) {
      x += Number(part[at])
      y += Number(part[at + 1])
      if (at === 0) [startX, startY] = [x, y]
      box.left = Math.min(box.left, x); box.right = Math.max(box.right, x); box.top = Math.min(box.top, y); box.bottom = Math.max(box.bottom, y)
    }
    [x, y] = [startX, startY]
    const size = (box.right - box.left) * (box.bottom - box.top)
    if (size > largest.size) largest = { size, x: Math.round((box.left + box.right) / 2), y: Math.round((box.top + box.bottom) / 2) }
  }
  return { x: largest.x + right, y: largest.y + down }
}

function escape(text) {
  return text.replace(/[&<>"]/g, letter => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[letter])
}
