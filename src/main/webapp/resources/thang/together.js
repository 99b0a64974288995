/* Who else is in the form, what was answered before, and taking an answer over from elsewhere. */
(() => {
  const text = document.getElementById('bar').dataset;
  const question = criterion => text.api + 'assessments/' + text.assessment + '/answers/' + encodeURIComponent(criterion);
  const language = { 'Accept-Language': document.documentElement.lang };

  /* ---- colleagues: said only while somebody works here, so that a forgotten page lets its session end ---- */

  const every = 30000;
  const working = 120000;
  let active = Date.now();
  for (const kind of ['pointerdown', 'keydown', 'wheel']) {
    document.addEventListener(kind, () => { active = Date.now(); }, { passive: true });
  }

  async function here() {
    if (document.hidden || Date.now() - active > working) {
      return;
    }
    try {
      const answer = await fetch(text.api + 'assessments/' + text.assessment + '/criteria/' + encodeURIComponent(text.present) + '/presence',
        { method: 'POST', headers: language, redirect: 'manual' });
      if (answer.ok) {
        show(await answer.json());
      }
    } catch {
      // without a connection nobody is seen; answering goes on
    }
  }

  function show(others) {
    const line = document.getElementById('colleagues');
    const same = others.filter(one => one.criterion === text.present).map(one => one.name);
    const words = same.length > 0 ? text.textSame.replace('{0}', same.join(', '))
      : text.textWith.replace('{0}', others.map(one => one.name + ' (' + one.criterion + ')').join(', '));
    line.hidden = others.length === 0;
    line.classList.toggle('warn', same.length > 0);
    if (line.textContent !== words) {
      line.textContent = words;
    }
  }

  if (text.present) {
    here();
    setInterval(here, every);
  }

  /* ---- history ---- */

  document.addEventListener('toggle', async event => {
    const box = event.target;
    if (!box.matches?.('[data-history]') || !box.open) {
      return;
    }
    const answer = await fetch(question(box.dataset.history) + '/history', { headers: language }).catch(() => null);
    const said = answer?.ok ? await answer.json() : [];
    box.querySelector('[data-empty]').hidden = said.length > 0;
    box.querySelector('ol').replaceChildren(...said.map(one => {
      const item = document.createElement('li');
      const level = one.value === null ? '–' : /^[0-7]$/.test(one.value) ? text.textLevel.replace('{0}', one.value) : one.value;
      item.textContent = [one.at, one.by, level, one.comment].filter(part => part).join(' · ');
      return item;
    }));
  }, true);

  /* ---- taking over ---- */

  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-carry]');
    if (!button) {
      return;
    }
    const node = document.querySelector('[data-criterion]');
    const line = button.parentElement.querySelector('[data-carry-said]');
    button.disabled = true;
    await window.thangAnswers.flush();
    const answer = await fetch(question(node.dataset.criterion) + '/carried', { method: 'POST',
      headers: { ...language, 'Content-Type': 'application/json' },
      body: JSON.stringify({ origin: button.dataset.carry, version: Number(node.dataset.version) }) }).catch(() => null);
    if (answer?.ok) {
      location.reload();
      return;
    }
    button.disabled = false;
    line.textContent = answer?.status === 401 ? text.textSignedOut : (await answer?.json().catch(() => null))?.detail ?? text.textOffline;
    line.hidden = false;
  });

  /* ---- explaining ---- */

  document.addEventListener('click', async event => {
    const button = event.target.closest('[data-send-explanation]');
    if (!button) {
      return;
    }
    const box = button.closest('[data-explain]');
    const line = box.querySelector('[data-explain-said]');
    button.disabled = true;
    await window.thangAnswers.flush();
    const answer = await fetch(text.api + 'assessments/' + text.assessment + '/criteria/' + encodeURIComponent(box.dataset.explain)
      + '/explanation', { method: 'POST',
      headers: { ...language, 'Content-Type': 'application/json' },
      body: JSON.stringify({ explanation: box.querySelector('textarea').value }) }).catch(() => null);
    if (answer?.ok) {
      location.reload();
      return;
    }
    button.disabled = false;
    line.textContent = answer?.status === 401 ? text.textSignedOut : (await answer?.json().catch(() => null))?.detail ?? text.textOffline;
    line.hidden = false;
  });
})();
