/* Attaches and takes back evidence; afterwards the section is shown anew as the server has it. */
(() => {
  const text = document.getElementById('bar').dataset;

  const sectionOf = node => node.closest('[data-evidence]');
  const place = (section, level) => text.api + 'assessments/' + text.assessment + '/criteria/'
    + encodeURIComponent(section.dataset.evidence) + '/levels/' + level + '/';

  function say(section, words, fault) {
    const line = section.querySelector('[data-said]');
    line.textContent = words;
    line.classList.toggle('fault', fault);
  }

  async function request(section, address, options) {
    say(section, text.textSending, false);
    try {
      const answer = await fetch(address, { ...options, headers: { 'Accept-Language': document.documentElement.lang, ...options.headers } });
      const said = await answer.json().catch(() => null);
      if (!answer.ok) {
        say(section, answer.status === 401 ? text.textSignedOut : said?.detail ?? text.textNotSent, true);
        return;
      }
      window.thangSession?.alive();
      await refresh(section, said?.said ?? '');
    } catch {
      say(section, text.textNotSent, true);
    }
  }

  /** Takes over what the server shows now; answers on the page that are not saved yet stay as they are. */
  async function refresh(section, words) {
    const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
    const focused = document.activeElement?.id;
    for (const id of [section.id, 'standing', 'counted-' + section.dataset.evidence]) {
      const fresh = page.getElementById(id);
      if (fresh) {
        document.getElementById(id).replaceChildren(...fresh.childNodes);
        document.getElementById(id).hidden = fresh.hidden;
      }
    }
    window.thangAnswers.showNeeds(section.dataset.evidence);
    say(section, words, false);
    (document.getElementById(focused) ?? section.querySelector('h2')).focus();
  }

  /** Asks for an exemption; afterwards the page shows the request. */
  async function askExemption(section) {
    say(section, text.textSending, false);
    try {
      const answer = await fetch(text.api + 'assessments/' + text.assessment + '/criteria/' + encodeURIComponent(section.dataset.exemption)
        + '/exemption', { method: 'POST', headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
        body: JSON.stringify({ reason: section.querySelector('textarea').value }) });
      if (answer.ok) {
        location.reload();
      } else {
        say(section, answer.status === 401 ? text.textSignedOut : (await answer.json()).detail, true);
      }
    } catch {
      say(section, text.textNotSent, true);
    }
  }

  /** The day that a person wrote, day before month as all our languages do, as programs write it; null for what is none. */
  function day(written) {
    const parts = written.trim().match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/);
    if (!parts) {
      return written.trim() ? null : '';
    }
    const said = [parts[3], parts[2].padStart(2, '0'), parts[1].padStart(2, '0')].join('-');
    const there = new Date(said + 'T00:00:00Z');
    return !isNaN(there) && there.toISOString().startsWith(said) ? said : null;
  }

  function attach(section, level, file) {
    if (file.size > Number(text.largest)) {
      say(section, text.textTooLarge, true);
      return;
    }
    request(section, place(section, level) + 'files?name=' + encodeURIComponent(file.name),
      { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: file });
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-ask]');
    if (button) {
      askExemption(button.closest('[data-exemption]'));
    }
  });

  /** Lists what was attached before, to be used again here. */
  async function known(box) {
    const section = sectionOf(box);
    const words = box.querySelector('[data-words]').value;
    const list = box.querySelector('ul');
    const answer = await fetch(text.api + 'assessments/' + text.assessment + '/criteria/' + encodeURIComponent(section.dataset.evidence)
      + '/known?words=' + encodeURIComponent(words), { headers: { 'Accept-Language': document.documentElement.lang } }).catch(() => null);
    if (!answer?.ok) {
      say(section, answer?.status === 401 ? text.textSignedOut : text.textNotSent, true);
      return;
    }
    const items = await answer.json();
    box.querySelector('[data-none]').hidden = items.length > 0;
    list.replaceChildren(...items.map(item => {
      const line = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'link';
      button.dataset.evidenceAgain = item.id;
      button.textContent = list.dataset.use;
      button.setAttribute('aria-label', list.dataset.use + ': ' + item.title);
      const more = document.createElement('small');
      more.className = 'quiet';
      more.textContent = [item.more, item.until].filter(part => part).join(' · ');
      line.append(item.title + ' ', more, ' ', button);
      return line;
    }));
  }

  let pause = null;
  document.addEventListener('toggle', event => {
    if (event.target.matches?.('[data-known]') && event.target.open) {
      known(event.target);
    }
  }, true);
  document.addEventListener('input', event => {
    if (event.target.matches('[data-words]')) {
      clearTimeout(pause);
      pause = setTimeout(() => known(event.target.closest('[data-known]')), 300);
    }
  });

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-evidence-again], [data-days]');
    if (!button) {
      return;
    }
    const section = sectionOf(button);
    if (button.dataset.evidenceAgain) {
      request(section, place(section, button.closest('[data-known]').dataset.known) + 'known/' + button.dataset.evidenceAgain, { method: 'POST' });
      return;
    }
    const fields = [...button.closest('[data-item]').querySelectorAll('[data-from], [data-until]')];
    const [from, until] = fields.map(field => day(field.value));
    const wrong = fields.filter((field, at) => [from, until][at] === null);
    fields.forEach(field => field.setAttribute('aria-invalid', wrong.includes(field)));
    if (wrong.length) {
      say(section, text.textDay, true);
      wrong[0].focus();
      return;
    }
    request(section, text.api + 'evidence/' + button.dataset.days + '/days', { method: 'PUT', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ from, until }) });
  });

  document.addEventListener('change', event => {
    if (event.target.matches('[data-renew]') && event.target.files.length > 0) {
      const file = event.target.files[0];
      const section = sectionOf(event.target);
      if (file.size > Number(text.largest)) {
        say(section, text.textTooLarge, true);
        return;
      }
      request(section, text.api + 'evidence/' + event.target.dataset.renew + '/content?name=' + encodeURIComponent(file.name),
        { method: 'PUT', headers: { 'Content-Type': 'application/octet-stream' }, body: file });
    }
  });

  document.addEventListener('change', event => {
    if (event.target.matches('[data-file]') && event.target.files.length > 0) {
      attach(sectionOf(event.target), event.target.dataset.file, event.target.files[0]);
      event.target.value = '';
    }
  });

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-link], [data-remove]');
    if (!button) {
      return;
    }
    const section = sectionOf(button);
    if (button.dataset.remove) {
      request(section, text.api + 'evidence/' + button.dataset.remove, { method: 'DELETE' });
      return;
    }
    const box = button.closest('details');
    request(section, place(section, button.dataset.link) + 'links', {
      method: 'POST', headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: box.querySelector('[data-url]').value, title: box.querySelector('[data-title]').value })
    });
  });

  for (const kind of ['dragover', 'dragleave', 'drop']) {
    document.addEventListener(kind, event => {
      const zone = event.target.closest?.('[data-drop]');
      if (!zone) {
        return;
      }
      event.preventDefault();
      zone.classList.toggle('over', kind === 'dragover');
      if (kind === 'drop' && event.dataTransfer.files.length > 0) {
        attach(sectionOf(zone), zone.dataset.drop, event.dataTransfer.files[0]);
      }
    });
  }
})();
