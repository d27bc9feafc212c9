// Makes any text printable. PDF/UA forbids characters without a glyph: Typst then refuses the whole document.

const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g
// Control characters, unpaired surrogates, noncharacters, and the marks that turn the direction of the text after them.
const unprintable = /(?![\n\t])\p{Cc}|\p{Cs}|[\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu

export const cleanText = data => mapText(data, text => text.replace(lineBreaks, '\n').replace(unprintable, ''))

/**
 * Replaces what an error of the PDF export names as missing from every font: invisible characters by nothing, others by
 * their number ("[U+1F389]"), so that a reader sees that something stood there. Null when the error is another one.
 */
export function replaceUnknownGlyphs(data, error) {
  const named = [...error.matchAll(/the text `\\"(.*?)\\"` could not be displayed/gs)].map(match => unescapeRust(match[1]))
  const clusters = [...new Set(named)].filter(cluster => cluster.length > 0).sort((a, b) => b.length - a.length)
  if (clusters.length === 0) return null
  const pattern = new RegExp(clusters.map(cluster => cluster.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'gu')
  return mapText(data, text => text.replace(pattern, cluster => [...cluster].map(asNumber).join('')))
}

function asNumber(character) {
  if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return ''
  const code = character.codePointAt(0)
  return code < 0x250 ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}

/** The message is the debug form of a list in Rust: every text is escaped twice. */
function unescapeRust(text) {
  const once = value => value.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gs, (_, hex, other) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : { n: '\n', r: '\r', t: '\t', 0: '\0' }[other] ?? other)
  return once(once(text))
}

function mapText(value, change) {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map(item => mapText(item, change))
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapText(item, change)]))
  return value
}
