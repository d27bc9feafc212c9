// Hides questions that are not asked. Comfort only: without this file each of them says in words when it is to be answered.
// Hidden answers stay in the form and are kept until the application is submitted.
import { canonical, evaluate } from './conditions.js';

const list = document.querySelector('[data-questions]');
const questions = [...document.querySelectorAll('[data-question]')];
const byCode = new Map(questions.map(question => [question.dataset.question, question]));
const elsewhere = JSON.parse(list?.dataset.elsewhere || '{}');

function chosen(name) {
  return [...document.getElementsByName(name)].filter(field => field.checked && field.value !== '').map(field => field.value).join(';');
}

function answer(key) {
  const [code, row] = key.split('.');
  const question = byCode.get(code);
  if (!question) return elsewhere[key] ?? '';
  // What depends on a hidden question has no answer to look at.
  if (question.hidden) return '';
  const name = `Answers[${code}]`;
  if (question.dataset.kind === 'matrix') return row ? chosen(`${name}[${row}]`) : '';
  if (question.dataset.kind === 'choice') return chosen(name);
  return canonical(question.dataset.kind, document.getElementsByName(name)[0]?.value ?? '');
}

function show() {
  // In the order of the page: a condition looks at earlier questions only.
  for (const question of questions) {
    if (!question.dataset.askedIf) continue;
    question.hidden = evaluate(JSON.parse(question.dataset.askedIf), answer) !== true;
    question.querySelector('[data-asked-note]').hidden = true;
  }
}

// Who writes own words means the answer that they belong to.
function tick(event) {
  const words = event.target.closest('[data-words-of]');
  if (!words || event.target.value === '') return;
  const name = `Answers[${words.closest('[data-question]').dataset.question}]`;
  const box = [...document.getElementsByName(name)].find(field => field.value === words.dataset.wordsOf);
  if (box) box.checked = true;
}

if (questions.length > 0) {
  document.addEventListener('input', event => { tick(event); show(); });
  document.addEventListener('change', show);
  addEventListener('pageshow', show);
  show();
}
