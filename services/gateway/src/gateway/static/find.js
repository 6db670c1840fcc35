// Shows only rows that hold what was typed, in whatever language. Sends nothing anywhere. "/" goes to the box.
const box = document.querySelector('#find');
const found = document.querySelector('#found');
const list = [...document.querySelectorAll('tbody tr, [data-find], .written li')];
const rows = list.map((row) => [row, row.textContent.toLowerCase()]);
const sections = [...document.querySelectorAll('main section')];
function look() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const [row, text] of rows) {
    row.hidden = !words.every((word) => text.includes(word));
    shown += row.hidden ? 0 : 1;
  }
  for (const one of sections) one.hidden = words.length > 0 && !one.querySelector('tbody tr:not([hidden]), [data-find]:not([hidden])');
  found.textContent = words.length ? `${shown} / ${rows.length}` : '';
}
box.addEventListener('input', look);
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && event.target !== box) { event.preventDefault(); box.focus(); }
});
box.closest('label').hidden = false;
look();
