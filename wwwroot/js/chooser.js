// A municipality by a part of its name: the choices follow what is typed. Comfort only: without this file the page shows them after the button.
for (const chooser of document.querySelectorAll('[data-chooser]')) {
  const { chooser: address, text, field, unlisted } = chooser.dataset;
  const input = chooser.querySelector(`[name="${text}"]`);
  const choices = chooser.querySelector('[data-choices]');
  const status = chooser.querySelector('[data-status]');
  let timer;
  let asked = 0;

  async function show() {
    const mine = ++asked;
    const query = new URLSearchParams({ text: input.value, feld: field });
    if (unlisted) query.set('ohne', '1');
    try {
      const answer = await fetch(`${address}?${query}`, { headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(5000) });
      if (!answer.ok || mine !== asked) return;
      const html = await answer.text();
      if (mine !== asked) return;
      const kept = choices.querySelector('input:checked')?.value;
      choices.innerHTML = html;
      const radios = [...choices.querySelectorAll('input[type=radio]')];
      for (const radio of radios) radio.checked = radio.value === kept;
      const hits = radios.filter(radio => radio.value !== 'unlisted').length;
      const { none, one, some } = chooser.dataset;
      status.textContent = input.value.trim().length < 2 ? '' : hits === 0 ? none : hits === 1 ? one : some.replace('{0}', hits);
    } catch {
      // The button still works.
    }
  }

  input?.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, 200);
  });
}
