// Hides questions that are not asked. Comfort only: without this file each of them says in words when it is to be answered.
// Hidden answers stay in the form and are kept until the application is submitted.
const questions = [...document.querySelectorAll('[data-asked-if]')];

function holds(question) {
  const wanted = question.dataset.askedAny.split(';');
  const fields = [...document.getElementsByName(question.dataset.askedIf)];
  // Asked for on another page: the words have to do.
  if (fields.length === 0) return null;
  return fields.some(field =>
    !field.closest('[data-asked-if][hidden]')
    && wanted.includes(field.value)
    && (field.checked || !['radio', 'checkbox'].includes(field.type)));
}

function show() {
  // In the order of the page: what depends on a hidden question is hidden too.
  for (const question of questions) {
    const asked = holds(question);
    question.hidden = asked === false;
    const note = question.querySelector('[data-asked-note]');
    if (note) note.hidden = asked !== null;
  }
}

if (questions.length > 0) {
  document.addEventListener('change', show);
  document.addEventListener('input', show);
  addEventListener('pageshow', show);
  show();
}
