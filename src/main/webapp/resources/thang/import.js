/* A file that is too large is refused before it is sent. */
for (const input of document.querySelectorAll('input[type=file][data-largest]')) {
  input.addEventListener('change', () => {
    const large = input.files.length > 0 && input.files[0].size > Number(input.dataset.largest);
    input.setCustomValidity(large ? input.dataset.tooLarge : '');
    input.reportValidity();
  });
}
