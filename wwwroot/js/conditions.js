// Conditions of questions with three values: true, false, or null = unknown, where an answer is not there. The same rules as the
// server's; tests/Awards.Domain.Tests/Calls/conditions.json holds the cases for both.

// Codes of chosen answers: "a;other=own words".
function codes(answer) {
  return answer.split(';').map(one => one.split('=')[0].trim());
}

// Below, at or above 0; null where the two are not both numbers or both days. Digits are compared as text: no rounding.
function order(one, other) {
  const number = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/;
  const day = /^\d{4}-\d\d-\d\d$/;
  const [a, b] = [number.exec(one), number.exec(other)];
  if (a && b && /\d/.test(one) && /\d/.test(other)) return compare(a, b);
  return day.test(one) && day.test(other) ? Math.sign(one.localeCompare(other)) : null;
}

function compare([, minus, whole, part = ''], [, otherMinus, otherWhole, otherPart = '']) {
  const sign = (negative, digits) => (digits === '' ? 0 : negative ? -1 : 1);
  const [s, t] = [sign(minus, whole + part), sign(otherMinus, otherWhole + otherPart)];
  if (s !== t) return Math.sign(s - t);
  const text = (one, other) => (one === other ? 0 : one < other ? -1 : 1);
  return s * (Math.sign(whole.length - otherWhole.length) || text(whole, otherWhole) || text(part, otherPart));
}

function compared({ is, value }, answer) {
  if (is === 'equals') return answer === value;
  if (is === 'notEquals') return answer !== value;
  const sign = order(answer, value);
  if (sign === null) return null;
  return { less: sign < 0, lessOrEqual: sign <= 0, greater: sign > 0, greaterOrEqual: sign >= 0 }[is];
}

// "answer" gives the canonical answer of a question, or of a row ("question.row"); '' is no answer.
export function evaluate(condition, answer) {
  if (condition.all) {
    const parts = condition.all.map(part => evaluate(part, answer));
    return parts.includes(false) ? false : parts.includes(null) ? null : true;
  }
  if (condition.any) {
    const parts = condition.any.map(part => evaluate(part, answer));
    return parts.includes(true) ? true : parts.includes(null) ? null : false;
  }
  if (condition.not) {
    const part = evaluate(condition.not, answer);
    return part === null ? null : !part;
  }
  const given = answer(condition.question);
  if (given === '') return null;
  return condition.anyOf ? codes(given).some(code => condition.anyOf.includes(code)) : compared(condition, given);
}

// What somebody typed as the server would store it; '' where it could not be read. "1.5" is not 15.
const grouped = /^-?(?:\d{1,15}|\d{1,3}(?:[.\u00a0\u202f]\d{3}){1,4})(?:,\d{1,9})?$/;

export function canonical(kind, typed) {
  const text = typed.trim();
  if (text === '') return '';
  if (kind === 'date') {
    const german = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(text);
    const day = german ? `${german[3]}-${german[2].padStart(2, '0')}-${german[1].padStart(2, '0')}` : text;
    const date = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
    return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : '';
  }
  if (!['number', 'whole', 'money'].includes(kind)) return text;
  const bare = text.replace(/ ?(?:%|€|euro)$/i, '');
  if (!grouped.test(bare)) return '';
  const [whole, part = ''] = bare.replace(/[.\u00a0\u202f]/g, '').split(',');
  const sign = whole.startsWith('-') ? '-' : '';
  const digits = whole.replace('-', '').replace(/^0+(?=\d)/, '');
  if (kind === 'money') return part.length === 0 || part.length === 2 ? (digits + (part || '00')).replace(/^0+(?=\d)/, '') : '';
  if (kind === 'whole' && part !== '') return '';
  const decimals = part.replace(/0+$/, '');
  const number = digits + (decimals ? `.${decimals}` : '');
  return (number === '0' ? '' : sign) + number;
}
