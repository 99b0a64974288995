/*
 * Saves answers by themselves. An answer is first kept on this computer, then sent; it leaves the computer only when the
 * server has it. Without a connection, or after the session has ended, it waits and is sent later. What is restricted is kept
 * by the page alone, and waits no longer than that is open.
 */
(() => {
  const bar = document.getElementById('bar');
  const text = bar.dataset;
  const questions = new Map([...document.querySelectorAll('[data-criterion]')].map(node => [node.dataset.criterion, node]));
  const editable = text.editable === 'true';
  const keep = 'thang.answer.' + text.person + '.' + text.assessment + '.';
  const conflictDialog = document.getElementById('conflict');
  let wait = 2000;
  let timer = null;
  let sending = false;
  let sent = Promise.resolve();
  let conflict = null;

  /* ---- what is kept on this computer ---- */

  const inPage = new Map();
  const ofPage = {
    getItem: key => inPage.get(key) ?? null, setItem: (key, entry) => inPage.set(key, entry), removeItem: key => inPage.delete(key)
  };
  const restricted = criterion => questions.get(criterion)?.hasAttribute('data-restricted') ?? false;
  const keeper = criterion => restricted(criterion) ? ofPage : localStorage;
  const kept = criterion => JSON.parse(keeper(criterion).getItem(keep + criterion));
  const keepIt = (criterion, entry) => keeper(criterion).setItem(keep + criterion, JSON.stringify(entry));
  const forget = criterion => keeper(criterion).removeItem(keep + criterion);
  const waiting = () => [...Object.keys(localStorage), ...inPage.keys()].filter(key => key.startsWith(keep))
    .map(key => key.slice(keep.length)).filter(criterion => kept(criterion) && !kept(criterion).refused);

  addEventListener('beforeunload', event => {
    if (!window.thangSession?.over && waiting().some(restricted)) {
      event.preventDefault();
    }
  });

  /* ---- the question on the page ---- */

  const valueOf = node => node.querySelector('input[type=radio]:checked')?.value ?? null;
  const commentOf = node => node.querySelector('[data-comment]').value.trim() || null;

  function show(node, value, comment) {
    for (const radio of node.querySelectorAll('input[type=radio]')) {
      radio.checked = radio.value === value;
    }
    node.querySelector('[data-comment]').value = comment ?? '';
    mark(node);
  }

  function mark(node) {
    for (const label of node.querySelectorAll('.level')) {
      label.classList.toggle('sel', label.querySelector('input').checked);
    }
    showNeeds(node.dataset.criterion);
    showExplanation(node);
  }

  /** An answer above its measured level asks for an explanation. */
  function showExplanation(node) {
    const box = document.querySelector(`[data-explain="${node.dataset.criterion}"]`);
    if (box) {
      box.hidden = !(Number(valueOf(node) ?? 0) > Number(box.dataset.level));
    }
  }

  function showNeeds(criterion) {
    const evidence = document.querySelector(`[data-evidence="${criterion}"]`);
    const level = Number(valueOf(questions.get(criterion)) ?? 0);
    if (!evidence || Number.isNaN(level)) {
      return;
    }
    evidence.querySelector('[data-when=none]').hidden = level >= 2;
    evidence.querySelector('[data-when=some]').hidden = level < 2;
    for (const need of evidence.querySelectorAll('.need')) {
      need.hidden = Number(need.dataset.level) > level && need.dataset.attached === '0';
    }
  }

  function refuse(criterion, reason) {
    const line = questions.get(criterion)?.querySelector('[data-refused]');
    if (line) {
      line.textContent = reason ?? '';
      line.hidden = !reason;
    }
  }

  /* ---- the bar ---- */

  const looks = { ready: 'ok', saving: 'none', saved: 'ok', offline: 'risk', busy: 'risk', refused: 'off', conflict: 'risk', 'signed-out': 'off', waiting: 'risk' };

  function state(name, detail) {
    const saved = document.getElementById('saved');
    if (!saved) {
      return; // the session is over, and the page shows nothing any more
    }
    const key = 'text' + name.split('-').map(part => part[0].toUpperCase() + part.slice(1)).join('');
    saved.className = 'status ' + looks[name];
    saved.dataset.state = name;
    saved.textContent = text[key].replace('{0}', detail ?? '');
    document.getElementById('signInAgain').hidden = name !== 'signed-out';
  }

  function standing(now) {
    if (window.thangSession?.over) {
      return;
    }
    document.getElementById('progress').textContent = now.progress;
    const level = document.getElementById('level');
    level.textContent = now.level;
    level.className = 'lv lv' + now.level;
    document.getElementById('declared').textContent = now.declared;
    document.getElementById('nextStep').textContent = now.next;
    for (const part of now.parts) {
      const line = document.querySelector(`[data-part="${part.dimension}"]`);
      if (line) {
        line.querySelector('[data-answered]').textContent = part.answered;
        line.querySelector('progress').value = part.answered;
      }
    }
  }

  /* ---- sending ---- */

  function changed(node) {
    const criterion = node.dataset.criterion;
    const entry = { ...kept(criterion), value: valueOf(node), comment: commentOf(node) };
    entry.version ??= Number(node.dataset.version);
    delete entry.refused;
    keepIt(criterion, entry);
    refuse(criterion, null);
  }

  function later(least = 0) {
    clearTimeout(timer);
    timer = setTimeout(flush, Math.max(wait, least));
    wait = Math.min(wait * 2, 60000);
  }

  async function flush() {
    clearTimeout(timer);
    if (sending || conflict || window.thangSession?.over) {
      return sent;
    }
    sending = true;
    let end;
    sent = new Promise(resolve => { end = resolve; });
    try {
      for (let next = waiting(); next.length > 0; next = waiting()) {
        if (!await send(next[0])) {
          return;
        }
      }
    } finally {
      sending = false;
      end();
    }
  }

  /** Sends one answer; false when there is no use in going on now. */
  async function send(criterion) {
    const entry = kept(criterion);
    const sent = { value: entry.value, comment: entry.comment };
    keepIt(criterion, { ...entry, tried: [...(entry.tried ?? []).slice(-9), sent] });
    state('saving');
    let answer;
    try {
      answer = await fetch(text.api + 'assessments/' + text.assessment + '/answers/' + encodeURIComponent(criterion), {
        method: 'PUT', keepalive: true, signal: AbortSignal.timeout(20000), redirect: 'manual',
        headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
        body: JSON.stringify({ ...sent, version: entry.version })
      });
    } catch {
      state(restricted(criterion) ? 'waiting' : 'offline');
      later();
      return false;
    }
    return answered(criterion, sent, answer);
  }

  async function answered(criterion, sent, answer) {
    if (answer.status === 401) {
      state('signed-out');
      return false;
    }
    const said = await answer.json().catch(() => null);
    if (answer.status === 503) {
      state('busy');
      later(Number(answer.headers.get('Retry-After')) * 1000);
      return false;
    }
    if (said === null || answer.status >= 500 || answer.status === 429) {
      state(restricted(criterion) ? 'waiting' : 'offline');
      later();
      return false;
    }
    wait = 2000;
    if (answer.ok) {
      stored(criterion, sent, said);
      return true;
    }
    if (answer.status === 409 && said.newer) {
      return newer(criterion, said);
    }
    keepIt(criterion, { ...kept(criterion), refused: said.detail });
    refuse(criterion, said.detail);
    state('refused');
    return true;
  }

  function stored(criterion, sent, said) {
    const version = said.answer?.version ?? 0;
    const node = questions.get(criterion);
    const entry = kept(criterion);
    if (node) {
      node.dataset.version = version;
    }
    if (entry && (entry.value !== sent.value || entry.comment !== sent.comment)) {
      keepIt(criterion, { value: entry.value, comment: entry.comment, version });
    } else {
      forget(criterion);
    }
    const counted = node?.querySelector('[data-counted]');
    if (counted) {
      counted.textContent = said.why;
      counted.hidden = said.why === '';
    }
    standing(said);
    state('saved', said.answer?.hour);
    window.thangSession?.alive();
  }

  /* ---- somebody else has answered ---- */

  function newer(criterion, said) {
    const entry = kept(criterion);
    if (entry.tried.some(tried => tried.value === said.newer.value && tried.comment === said.newer.comment)) {
      keepIt(criterion, { value: entry.value, comment: entry.comment, version: said.newer.version });
      return true; // it is our own: only the answer of the server was lost on the way
    }
    conflict = { criterion, newer: said.newer };
    state('conflict');
    const level = value => value === null ? '–' : /^[0-7]$/.test(value) ? text.textLevel.replace('{0}', value) : value;
    const put = (name, words) => { conflictDialog.querySelector(`[data-${name}]`).textContent = words; };
    put('say', criterion + ': ' + said.detail + ' (' + said.newer.at + ')');
    put('their-value', level(said.newer.value));
    put('their-comment', said.newer.comment ?? text.textNothing);
    put('my-value', level(entry.value));
    put('my-comment', entry.comment ?? text.textNothing);
    conflictDialog.showModal();
    return false;
  }

  conflictDialog.addEventListener('cancel', event => event.preventDefault());
  conflictDialog.addEventListener('close', () => {
    if (conflict) {
      conflictDialog.showModal(); // a browser closes it when Escape is pressed again and again
    }
  });
  conflictDialog.addEventListener('click', event => {
    const choice = event.target.dataset?.choose;
    if (!choice) {
      return;
    }
    const { criterion, newer: theirs } = conflict;
    const node = questions.get(criterion);
    conflict = null;
    conflictDialog.close();
    if (choice === 'mine') {
      const entry = kept(criterion);
      keepIt(criterion, { value: entry.value, comment: entry.comment, version: theirs.version });
    } else {
      forget(criterion);
      if (node) {
        node.dataset.version = theirs.version;
        show(node, theirs.value, theirs.comment);
      }
      state('ready');
    }
    flush();
  });

  /* ---- the person types, chooses, moves ---- */

  let pause = null;
  for (const node of questions.values()) {
    node.addEventListener('change', event => {
      if (event.target.type === 'radio') {
        mark(node);
      }
      changed(node);
      flush();
    });
    node.addEventListener('input', event => {
      if (event.target.matches('[data-comment]')) {
        changed(node);
        clearTimeout(pause);
        pause = setTimeout(flush, 1200);
      }
    });
  }

  document.addEventListener('keydown', event => {
    const typing = event.target.matches('textarea, select, input:not([type=radio]), [contenteditable]');
    if (typing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector('dialog[open]')) {
      return;
    }
    const move = { ArrowLeft: 'goPrevious', ArrowRight: 'goNext' }[event.key];
    if (move) {
      event.preventDefault();
      document.getElementById(move)?.click();
      return;
    }
    const node = event.target.closest('[data-criterion]') ?? (questions.size === 1 ? [...questions.values()][0] : null);
    const radios = editable && /^[0-9]$/.test(event.key) ? [...node?.querySelectorAll('input[type=radio]') ?? []] : [];
    const radio = radios.find(one => one.value === event.key) ?? radios[Number(event.key) - 1];
    if (radio) {
      event.preventDefault();
      radio.focus();
      radio.click();
    }
  });

  /** What is on its way arrives first, so that the next page counts it; without a connection nobody waits for long. */
  document.addEventListener('click', async event => {
    const link = event.target.closest('a[rel=next], a[rel=prev]');
    if (link && sending && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      await Promise.race([sent, new Promise(resolve => { setTimeout(resolve, 700); })]);
      location.assign(link.href);
    }
  });

  document.getElementById('signInAgain').href = location.href;
  window.addEventListener('online', () => { wait = 2000; flush(); });

  for (const [criterion, node] of questions) {
    const entry = kept(criterion);
    if (entry && editable) {
      show(node, entry.value, entry.comment);
    }
    refuse(criterion, entry?.refused);
  }
  flush(); // also where nothing can be answered any more: what was kept here is then refused with the reason
  window.thangAnswers = { flush, showNeeds };
})();
