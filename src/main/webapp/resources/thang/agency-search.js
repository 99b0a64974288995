/* Offers agencies while one is typed: an input with data-agencies="id of a datalist". The code is what counts. */
for (const input of document.querySelectorAll('input[data-agencies]')) {
  const list = document.getElementById(input.dataset.agencies);
  let asked = '';
  input.addEventListener('input', async () => {
    const words = input.value.trim();
    if (words.length < 2 || [...list.options].some(option => option.value === words)) {
      return;
    }
    asked = words;
    const answer = await fetch('/api/v1/agencies?q=' + encodeURIComponent(words), { headers: { 'Accept-Language': document.documentElement.lang } });
    if (!answer.ok || asked !== words) {
      return;
    }
    list.replaceChildren(...(await answer.json()).map(agency => new Option([agency.name, agency.place].filter(part => part).join(', ') + ' (' + agency.code + ')', agency.code)));
  });
}
