/* Files that are too large together are refused before they are sent. */
for (const input of document.querySelectorAll('input[type=file][data-largest]')) {
  input.addEventListener('change', () => {
    const size = Array.from(input.files).reduce((sum, file) => sum + file.size, 0);
    const large = size > Number(input.dataset.largest);
    input.setCustomValidity(large ? input.dataset.tooLarge : '');
    input.reportValidity();
  });
}
