// Passkeys need the browser's own dialogue; forms that use one stay hidden where it has none.
const supported = window.PublicKeyCredential && PublicKeyCredential.parseRequestOptionsFromJSON && PublicKeyCredential.parseCreationOptionsFromJSON;

for (const form of supported ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', async event => {
    // A passkey without a name would be on the device, but refused here.
    if (form.elements.credential.value || form.elements.Name?.value.trim() === '') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const message = form.querySelector('[data-passkey-message]');
    message.textContent = '';
    try {
      const answer = await fetch(form.dataset.options, { method: 'POST', headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value } });
      if (!answer.ok) throw new Error(String(answer.status));
      const options = await answer.json();
      const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.credential.value = JSON.stringify(credential);
      form.submit();
    } catch {
      message.textContent = form.dataset.failed;
    }
  }, { capture: true });
}
