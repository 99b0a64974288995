/* Behaviour of every page; what belongs to one page stands in a file of its own. */

/* A form is taken back only with the nonce of its page. Where there is a component, the library sends it by itself. */
if (!window.PrimeFaces) {
  const { nonce } = document.currentScript;
  for (const state of document.querySelectorAll('form[method=post] [name="jakarta.faces.ViewState"]')) {
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'primefaces.nonce', value: nonce });
    state.form.append(field);
  }
}

/* A box in the head of a table chooses its rows: where several rows offer something for the same, the first of them. */
for (const all of document.querySelectorAll('[data-all]')) {
  all.hidden = false;
  const boxes = [...all.form.querySelectorAll(`[name="${all.dataset.all}"]`)];
  const first = boxes.filter((box, at) => boxes.findIndex(other => other.value.split(' ').pop() === box.value.split(' ').pop()) === at);
  const tell = () => {
    const chosen = first.filter(box => box.checked).length;
    all.checked = chosen === first.length;
    all.indeterminate = chosen > 0 && chosen < first.length;
  };
  all.addEventListener('change', () => {
    for (const box of boxes) {
      box.checked = all.checked && first.includes(box);
    }
  });
  all.form.addEventListener('change', event => event.target !== all && tell());
  tell();
}

/* Warns before the session ends, and says so when it has ended, on a page that shows nothing any more of what it showed.
 * All windows of a browser share one session. */
(() => {
  const box = document.getElementById('sessionEnds');
  if (!box) {
    return;
  }
  const key = 'thang.session';
  const length = Number(box.dataset.seconds);
  const warning = Math.min(300, length / 2);
  const show = name => {
    for (const part of box.querySelectorAll('[data-when]')) {
      part.hidden = part.dataset.when !== name;
    }
    if (!box.open) {
      box.showModal();
    }
  };

  function over() {
    if (!window.thangSession.over) {
      window.thangSession.over = true;
      box.close();
      document.body.replaceChildren(box);
    }
    show('ended');
  }

  function alive() {
    localStorage.setItem(key, Date.now());
    look();
  }

  function look() {
    const left = length - (Date.now() - Number(localStorage.getItem(key))) / 1000;
    if (left <= 0) {
      over();
    } else if (window.thangSession.over) {
      location.reload(); // somebody has signed in in another window
    } else if (left <= warning) {
      window.thangAnswers?.flush();
      box.querySelector('[data-minutes]').textContent = Math.ceil(left / 60);
      show('ending');
    } else if (box.open) {
      box.close();
    }
  }

  async function goOn() {
    const answer = await fetch(box.dataset.api).catch(() => null);
    if (answer?.ok) {
      alive();
    } else if (answer) {
      over();
    }
  }

  box.querySelector('[data-go-on]').addEventListener('click', goOn);
  box.addEventListener('cancel', event => { event.preventDefault(); goOn(); });
  box.querySelector('[data-again]').href = location.href;
  window.thangSession = { alive };
  alive();
  setInterval(look, 5000);
  document.addEventListener('visibilitychange', look);
})();

/* What takes longer than half a second says so: forms, pages, lists and files. */
(() => {
  const box = document.querySelector('[data-waiting]');
  const SOON = 500;
  const FILE = 8000;
  let timer;

  const end = () => {
    clearTimeout(timer);
    box.textContent = '';
  };
  const begin = what => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      box.textContent = box.dataset[what];
      if (what === 'file') {
        timer = setTimeout(end, FILE); // the browser tells nobody when a file has come
      }
    }, SOON);
  };

  addEventListener('submit', event => setTimeout(() => event.defaultPrevented || begin('doing')));
  addEventListener('click', event => {
    const link = event.target.closest?.('a[href]');
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.target) {
      return;
    }
    const file = link.hasAttribute('download') || link.pathname.startsWith('/api/');
    const leaves = link.origin === location.origin && (link.pathname !== location.pathname || link.search !== location.search);
    setTimeout(() => {
      if (!event.defaultPrevented && (file || leaves)) {
        begin(file ? 'file' : 'page');
      }
    });
  });
  addEventListener('pageshow', end);
  window.jQuery?.(document).on('pfAjaxSend', () => begin('doing')).on('pfAjaxComplete', end);
})();

/* The browser would stop at the first fault that it sees; the server names all of them. */
for (const form of document.querySelectorAll('.notices ~ form, .notices ~ * form')) {
  form.noValidate = !form.querySelector('[data-largest]');
}

/* What is wrong in a form is named together at the top, where the keyboard stands then; each fault leads to its field. */
(() => {
  const fieldOf = id => [document.getElementById(id + '_input'), document.getElementById(id)]
    .map(part => part?.matches('div, span, ul, table') ? part.querySelector('input:not([type=hidden]), select, textarea') : part)
    .find(part => part);

  function tell() {
    const box = document.querySelector('[data-faults]:not([data-told])');
    if (!box) {
      return;
    }
    box.dataset.told = '';
    for (const link of box.querySelectorAll('a')) {
      const id = link.hash.slice(1);
      const field = fieldOf(id);
      const words = document.getElementById(id + 'Fault');
      field?.setAttribute('aria-invalid', 'true');
      if (field && words) {
        field.setAttribute('aria-describedby', [field.getAttribute('aria-describedby'), words.id].filter(Boolean).join(' '));
      }
      link.addEventListener('click', event => {
        event.preventDefault();
        field?.focus();
        field?.scrollIntoView({ block: 'center' });
      });
    }
    box.focus();
  }

  tell();
  window.jQuery?.(document).on('pfAjaxComplete', () => setTimeout(tell));
})();

for (const button of document.querySelectorAll('[data-print]')) {
  button.addEventListener('click', () => print());
}

/* On a phone a row of a plain table stands as a block, in which each value bears the name of its column. */
for (const table of document.querySelectorAll('main :is(table.list, table.targets, table.regions):not(.stacked, .verdict *)')) {
  const names = [...table.querySelectorAll('thead tr:only-child > th')];
  if (!names.length || table.querySelector(':is(thead, tbody) :is([colspan], [rowspan])')) {
    continue;
  }
  const phone = matchMedia('(max-width: 40rem)');
  const set = () => table.classList.toggle('stacked', phone.matches);
  phone.addEventListener('change', set);
  set();
  for (const row of table.tBodies[0]?.rows ?? []) {
    [...row.cells].forEach((cell, at) => {
      if (cell.tagName === 'TD' && names[at] && cell.childNodes.length) {
        cell.dataset.label = names[at].textContent.trim();
      }
    });
  }
}

/* Long lists beside the content are folded on a phone. */
for (const fold of document.querySelectorAll('[data-fold=phone]')) {
  const phone = matchMedia('(max-width: 60rem)');
  const set = () => { fold.open = !phone.matches; };
  phone.addEventListener('change', set);
  set();
}

/* On a phone or a tablet the navigation is folded until it is asked for; elsewhere it cannot be folded, and stands there. */
for (const nav of document.querySelectorAll('details.nav')) {
  const small = matchMedia('(max-width: 60rem)');
  const set = () => { nav.open = !small.matches; };
  small.addEventListener('change', set);
  set();
}

/* A menu of the navigation closes by Escape, by a click beside it, and when the keyboard leaves it. */
for (const menu of document.querySelectorAll('details.menu')) {
  menu.addEventListener('keydown', event => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
  const left = target => {
    if (target instanceof Node && !menu.contains(target)) {
      menu.open = false;
    }
  };
  menu.addEventListener('focusout', event => left(event.relatedTarget));
  document.addEventListener('click', event => left(event.target));
}

/* A view that the server does not hold any more is opened again, and what was typed into it stands there as before. */
(() => {
  const key = 'thang.typed';
  /* What is written about a restricted answer is not kept on this computer. */
  const fields = () => [...document.querySelectorAll('form[method=post]:not([data-restricted]) :is(input, select, textarea)')]
    .filter(field => field.id && !/^(hidden|password|file|submit|button|image|reset)$/.test(field.type));
  const stored = JSON.parse(sessionStorage.getItem(key) ?? 'null');
  const reopen = document.querySelector('[data-reopen]');
  if (reopen) {
    if (stored) {
      location.replace(reopen.href);
    }
    return;
  }
  sessionStorage.removeItem(key);
  const address = new URL(location.href);
  if (address.searchParams.has('again')) {
    address.searchParams.delete('again');
    history.replaceState(null, '', address);
    for (const field of stored?.path === location.pathname ? fields() : []) {
      const value = stored.fields[field.id];
      if (typeof value === 'boolean') {
        field.checked = value;
      } else if (value !== undefined) {
        field.value = value;
      }
    }
  }
  addEventListener('pagehide', () => {
    const typed = fields();
    if (typed.length) {
      sessionStorage.setItem(key, JSON.stringify({ path: location.pathname, fields: Object.fromEntries(typed.map(field =>
        [field.id, field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value])) }));
    }
  });
})();
