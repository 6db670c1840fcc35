// Shows only rows that hold what was typed, in whatever language. Sends nothing anywhere.
const box = document.querySelector('#find');
const rows = [...document.querySelectorAll('tbody tr')].map((row) => [row, row.textContent.toLowerCase()]);
box.addEventListener('input', () => {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const [row, text] of rows) row.hidden = !words.every((word) => text.includes(word));
});
box.closest('label').hidden = false;
