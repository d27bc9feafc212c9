// Renders Typst templates to PDF/UA-1. Started by TypstRenderer: node render.mjs '{"templates":…,"fonts":[…],"modules":…}'
// One line of JSON in: {"id":1,"template":"receipt","data":{…}}; one line out: {"id":1,"pdf":"base64"} or {"id":1,"error":"…"}.
// The first line out is {"ready":true}. The compiler runs in a second thread, so that the first one can always notice that
// the owner has gone: a render that never ends must not outlive it.
import { createInterface } from 'node:readline'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { fileURLToPath } from 'node:url'
import { cleanText, replaceUnknownGlyphs } from './text.mjs'

if (isMainThread) serve(JSON.parse(process.argv[2]))
else render(workerData)

function serve(options) {
  const compiler = new Worker(fileURLToPath(import.meta.url), { workerData: options })
  compiler.on('message', answer => process.stdout.write(JSON.stringify(answer) + '\n'))
  compiler.on('error', error => { console.error(error.message); process.exit(1) })
  createInterface({ input: process.stdin })
    .on('line', line => compiler.postMessage(line))
    // A plain exit would wait for native code to return.
    .on('close', () => process.kill(process.pid, 'SIGKILL'))
}

function render({ templates, fonts, modules }) {
  const { NodeCompiler } = createRequire(join(modules, '..', 'package.json'))('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: fonts }] })
  parentPort.postMessage({ ready: true })
  parentPort.on('message', line => {
    const { id, template, data } = JSON.parse(line)
    try {
      parentPort.postMessage({ id, pdf: pdf(template, cleanText(data)).toString('base64') })
    } catch (error) {
      parentPort.postMessage({ id, error: error.message })
    } finally {
      // Nothing of one person's document stays in memory for the next one.
      compiler.resetShadow()
      compiler.evictCache(0)
    }
  })

  function pdf(template, data) {
    for (let round = 1; ; round++) {
      try {
        return tryPdf(template, data)
      } catch (error) {
        const replaced = round < 5 && replaceUnknownGlyphs(data, error.message)
        if (!replaced) throw error
        data = replaced
      }
    }
  }

  function tryPdf(template, data) {
    compiler.mapShadow(join(templates, 'data.json'), Buffer.from(JSON.stringify(data)))
    const outcome = compiler.compile({ mainFilePath: join(templates, `${template}.typ`) })
    if (outcome.hasError()) {
      const messages = outcome.takeDiagnostics().shortDiagnostics
      throw new Error(messages.map(({ path, range, message }) => `${path}${range ? `:${range.start.line + 1}` : ''}: ${message}`).join('; '))
    }
    return compiler.pdf(outcome.result, { pdfStandard: 'ua-1' })
  }
}
