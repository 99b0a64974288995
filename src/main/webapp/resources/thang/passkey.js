/* Asks a device of the person for a passkey, and sends what it answers with the form around the button. */
(() => {
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0));
  const text = buffer => btoa(Array.from(new Uint8Array(buffer), byte => String.fromCharCode(byte)).join(''))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const keys = list => (list || []).map(key => ({ ...key, id: bytes(key.id) }));

  async function make(options) {
    const made = await navigator.credentials.create({ publicKey: { ...options, challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) }, excludeCredentials: keys(options.excludeCredentials) } });
    return { clientDataJSON: text(made.response.clientDataJSON), attestationObject: text(made.response.attestationObject),
      transports: made.response.getTransports ? made.response.getTransports() : [], of: made };
  }

  async function ask(options) {
    const shown = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge),
      allowCredentials: keys(options.allowCredentials) } });
    return { clientDataJSON: text(shown.response.clientDataJSON), authenticatorData: text(shown.response.authenticatorData),
      signature: text(shown.response.signature), userHandle: shown.response.userHandle ? text(shown.response.userHandle) : null,
      of: shown };
  }

  async function answer(button) {
    const options = JSON.parse(button.dataset.options);
    const { of, ...response } = await (button.dataset.passkey === 'make' ? make(options) : ask(options));
    return JSON.stringify({ id: of.id, rawId: text(of.rawId), type: of.type, response, clientExtensionResults: {} });
  }

  for (const button of document.querySelectorAll('button[data-passkey]')) {
    const failed = document.getElementById(button.dataset.failed);
    if (!window.PublicKeyCredential) {
      continue;
    }
    button.hidden = false;
    button.addEventListener('click', async () => {
      failed.hidden = true;
      button.disabled = true;
      try {
        document.getElementById(button.dataset.answer).value = await answer(button);
        document.getElementById(button.dataset.submit).click();
      } catch {
        failed.hidden = false; // the person gave up, or no device has a passkey for us
      } finally {
        button.disabled = false;
      }
    });
  }
})();
