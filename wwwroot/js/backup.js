// What could not be saved stays on this device until it is: a closed window or a dead battery must not cost a text.
// Nothing is kept once the server has it.
const holds = field => field.name && !field.disabled && !['hidden', 'file', 'password', 'submit', 'button'].includes(field.type);

function read(form) {
  const choice = field => field.type === 'radio' || field.type === 'checkbox';
  return [...form.elements].filter(holds).map(field => [field.name, choice(field) ? (field.checked ? field.value : null) : field.value, choice(field)]);
}

export function startBackup(form, status) {
  const key = `awards:${form.dataset.backup}:${location.pathname}`;
  const shown = JSON.stringify(read(form));

  function keep() {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: read(form) }));
    } catch {
      // Full or forbidden: the page still holds the text.
    }
  }

  function drop() {
    try { localStorage.removeItem(key); } catch { /* nothing was kept */ }
  }

  function put(fields) {
    const elements = [...form.elements].filter(holds);
    for (const [at, [name, value, choice]] of fields.entries()) {
      const field = elements[at]?.name === name ? elements[at] : elements.find(each => each.name === name);
      if (!field) continue;
      if (choice) field.checked = value !== null;
      else field.value = value;
    }
    form.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // Found on coming back: the person decides, nothing is put in unasked.
  function offer(kept) {
    const words = status?.dataset ?? {};
    const box = document.createElement('div');
    box.className = 'kern-alert kern-alert--warning kept';
    box.setAttribute('role', 'status');
    const text = document.createElement('p');
    const time = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' }).format(kept.at);
    text.textContent = (words.kept ?? '{0}').replace('{0}', time);
    const button = (label, act) => {
      const element = document.createElement('button');
      element.type = 'button';
      element.className = 'kern-btn kern-btn--secondary';
      element.innerHTML = '<span class="kern-label"></span>';
      element.firstChild.textContent = label;
      element.addEventListener('click', () => { act(); box.remove(); });
      return element;
    };
    const actions = document.createElement('div');
    actions.className = 'actions';
    actions.append(button(words.keptTake, () => put(kept.fields)), button(words.keptDrop, drop));
    box.append(text, actions);
    form.before(box);
  }

  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (kept && JSON.stringify(kept.fields) !== shown) offer(kept);
    else drop();
  } catch {
    drop();
  }
  return { keep, drop };
}
