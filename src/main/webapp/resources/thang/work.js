/* Work that still runs is looked at again every two seconds; the page can be left at any time. */
const work = document.getElementById('work');

async function look() {
  if (work.dataset.active !== 'true') return;
  try {
    const answer = await fetch(location.href);
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('work');
    if (fresh) {
      work.replaceChildren(...fresh.childNodes);
      work.dataset.active = fresh.dataset.active;
    }
  } catch (gone) {
    // the server is asked again
  }
  setTimeout(look, 2000);
}

if (work) setTimeout(look, 1000);
