// Comfort only: every page works without this file. All words come from the page.
import { startBackup } from './backup.js';

const fill = (words, value) => words.replace('{0}', value);

function startCounter(counter) {
  const field = document.getElementById(counter.dataset.counter);
  if (!field) return;
  // Words as the server counts them: what stands between blanks and holds a letter or a digit.
  const size = counter.dataset.unit === 'words' ? text => text.split(/\s+/u).filter(word => /[\p{L}\p{Nd}]/u.test(word)).length : text => text.length;
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  // The visible count changes with every key; it is spoken only when the typing rests.
  const spoken = document.createElement('span');
  spoken.className = 'kern-sr-only';
  spoken.setAttribute('role', 'status');
  counter.after(spoken);
  let rest;
  const show = () => {
    const left = Number(counter.dataset.max) - size(field.value);
    const words = left < 0
      ? fill(counter.dataset.over, numbers.format(-left))
      : fill(counter.dataset.left, numbers.format(left));
    counter.textContent = words;
    counter.classList.toggle('over', left < 0);
    clearTimeout(rest);
    rest = setTimeout(() => { if (document.activeElement === field) spoken.textContent = words; }, 1500);
  };
  field.addEventListener('input', show);
  show();
}

// One form: what is unsaved, whether it was sent, and the automatic saving.
function startForm(form) {
  const saver = 'autosave' in form.dataset ? startAutosave(form) : null;
  const guarded = saver || 'guard' in form.dataset;
  // A form that came back with errors holds text that is saved nowhere.
  let dirty = guarded && !!document.querySelector('[data-errors]');
  let sent = false;

  if (guarded) {
    const touch = event => { if (!event.target.closest('[data-no-guard]')) dirty = true; };
    form.addEventListener('input', touch);
    addEventListener('beforeunload', event => {
      if (!sent && (saver ? saver.unsaved() : dirty)) event.preventDefault();
    });
  }

  form.addEventListener('submit', event => {
    if (sent) return event.preventDefault();
    if (event.defaultPrevented) return;
    if (saver?.signedOut()) {
      // Sent now, the form would end on the sign-in page and its text nowhere.
      event.preventDefault();
      saver.save();
      saver.idle().then(() => { if (!saver.signedOut()) form.requestSubmit(event.submitter ?? undefined); });
      return;
    }
    if (saver?.busy()) {
      // The answer carries the new version; sent before it, the form would be in conflict with itself.
      event.preventDefault();
      saver.idle().then(() => form.requestSubmit(event.submitter ?? undefined));
      return;
    }
    if (form.getAttribute('method')?.toLowerCase() !== 'post' || 'repeat' in form.dataset) return;
    sent = true;
    saver?.pause(true);
    const buttons = [...form.elements].filter(element => element.type === 'submit');
    // Afterwards, because a disabled button would not send its own value.
    setTimeout(() => buttons.forEach(button => {
      button.disabled = true;
      button.setAttribute('aria-busy', 'true');
    }));
  });

  // Back from the browser's cache: the form is to be used again.
  addEventListener('pageshow', event => {
    if (!event.persisted) return;
    sent = false;
    saver?.pause(false);
    for (const button of form.querySelectorAll('[aria-busy]')) {
      button.disabled = false;
      button.removeAttribute('aria-busy');
    }
  });
}

function startAutosave(form) {
  const status = form.querySelector('[data-save-status]') ?? document.querySelector('[data-save-status]');
  let changes = document.querySelector('[data-errors]') ? 1 : 0;
  let saved = 0;
  let timer;
  let running = null;
  let failures = 0;
  let stopped = false;
  let signedOut = false;
  const backup = form.dataset.backup ? startBackup(form, status) : null;

  const say = (words, problem = false) => {
    if (!status || !words) return;
    if (status.textContent !== words) status.textContent = words;
    status.classList.toggle('problem', problem);
  };
  const later = wait => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(save, wait);
  };

  function content() {
    const data = new FormData(form);
    // Files are sent once, by the button.
    for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
    return data;
  }

  async function send() {
    const upTo = changes;
    const words = status?.dataset ?? {};
    let response;
    try {
      response = await fetch(form.getAttribute('action') || location.href, {
        method: 'POST',
        body: content(),
        headers: { 'X-Autosave': '1', Accept: 'application/json' },
        signal: AbortSignal.timeout(20000),
      });
      if (response.status >= 500 || response.status === 429) throw new Error(String(response.status));
    } catch {
      failures += 1;
      backup?.keep();
      say(words.lost, true);
      later(Math.min(30000, 2500 * 2 ** failures));
      return;
    }
    failures = 0;
    signedOut = response.redirected;
    if (signedOut) {
      backup?.keep();
      say(words.signedOut, true);
      return;
    }
    const answer = await response.json().catch(() => null);
    const version = form.querySelector('input[name="Version"]');
    if (version && answer?.version !== undefined) version.value = answer.version;
    if (answer?.conflict) {
      stopped = true;
      backup?.keep();
      say(answer.message ?? words.failed, true);
    } else if (answer?.savedAt) {
      // One field that cannot be read stays unsaved; the others are saved.
      if (!answer.refused) {
        saved = upTo;
        backup?.drop();
      }
      say(answer.problem ?? fill(words.saved ?? '{0}', answer.savedAt), !!answer.problem);
      document.dispatchEvent(new CustomEvent('awards:saved'));
      if (changes > upTo) later(2000);
    } else {
      // Refused: the next change tries again.
      say(answer?.message ?? words.failed, true);
      if (changes > upTo) later(2000);
    }
  }

  function save() {
    clearTimeout(timer);
    if (running || stopped || changes === saved) return;
    say(status?.dataset.saving, failures > 0);
    running = send().finally(() => { running = null; });
  }

  const changed = event => {
    if (event.target.closest('[data-no-guard]') || event.target.type === 'file') return;
    changes += 1;
    if (!failures) later(2000);
  };
  form.addEventListener('input', changed);
  // The window may be closed before the two seconds are over.
  addEventListener('pagehide', () => { if (!stopped && changes > saved) backup?.keep(); });
  form.addEventListener('submit', () => backup?.drop());
  addEventListener('online', () => { if (failures) later(0); });

  return {
    save,
    signedOut: () => signedOut,
    unsaved: () => changes > saved,
    busy: () => running !== null,
    idle: () => running ?? Promise.resolve(),
    pause: on => { stopped = on; clearTimeout(timer); },
  };
}

// The number of printed pages follows the text once it is saved.
function startMeasure(area) {
  const shown = area.querySelector('[data-measured]');
  let asked = 0;
  document.addEventListener('awards:saved', async () => {
    const mine = ++asked;
    try {
      const response = await fetch(area.dataset.measure, { headers: { Accept: 'application/json' }, signal: AbortSignal.timeout(20000) });
      const answer = response.ok ? await response.json() : null;
      if (!answer || mine !== asked) return;
      if (shown.textContent !== answer.words) shown.textContent = answer.words;
      shown.classList.toggle('over', !answer.fits);
    } catch {
      // The next save asks again.
    }
  });
}

// The server's clock goes on from the time at which the page was made; this device's own clock does not matter.
function startClock(clock) {
  const start = Date.parse(clock.dateTime);
  const since = performance.now();
  const format = new Intl.DateTimeFormat(document.documentElement.lang === 'en' ? 'en-GB' : 'de-DE', { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Europe/Berlin' });
  const tick = () => { clock.textContent = fill(clock.dataset.clock, format.format(start + performance.now() - since)); };
  tick();
  setInterval(tick, 1000);
}

document.querySelectorAll('[data-measure]').forEach(startMeasure);
document.querySelectorAll('[data-clock]').forEach(startClock);
document.querySelectorAll('[data-counter]').forEach(startCounter);
document.querySelectorAll('form').forEach(startForm);
document.querySelector('[data-errors]')?.focus();
