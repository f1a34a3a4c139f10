/** Behaviour of the page: opening rows, sorting, filtering. Plain JavaScript, no library, no network. */
export const SCRIPT = `
"use strict";
const rows = Array.from(document.querySelectorAll(".sortable tbody tr"));
const status = document.getElementById("shown");
const search = document.getElementById("search");
const changed = document.getElementById("only-changed");
const boxes = Array.from(document.querySelectorAll("#filter fieldset input"));

function detailOf(row) {
  const next = row.nextElementSibling;
  return next && next.classList.contains("detail") ? next : null;
}
function open(row, wanted) {
  const button = row.querySelector("button.open");
  const present = detailOf(row);
  if (Boolean(present) === wanted) return;
  button.setAttribute("aria-expanded", String(wanted));
  if (present) { present.remove(); return; }
  const block = document.getElementById("t" + row.dataset.n);
  const line = document.createElement("tr");
  line.className = "detail";
  line.id = "d" + row.dataset.n;
  const cell = document.createElement("td");
  cell.colSpan = row.cells.length;
  const inner = document.createElement("div");
  inner.className = "inner";
  inner.innerHTML = JSON.parse(block.textContent);
  cell.append(inner);
  line.append(cell);
  row.after(line);
}
function sort(button) {
  const heading = button.parentElement;
  const body = heading.closest("table").tBodies[0];
  const index = heading.cellIndex;
  const ascending = heading.getAttribute("aria-sort") !== "ascending";
  for (const other of heading.parentElement.cells) other.setAttribute("aria-sort", "none");
  heading.setAttribute("aria-sort", ascending ? "ascending" : "descending");
  const direction = ascending ? 1 : -1;
  const keyed = Array.from(body.querySelectorAll("tr[data-verdict]"), (row) => {
    const raw = row.cells[index].dataset.k;
    return { row, detail: detailOf(row), number: raw === undefined ? NaN : Number(raw), text: row.cells[index].textContent };
  });
  keyed.sort((a, b) => {
    if (index === 0) return direction * a.text.localeCompare(b.text, "en", { numeric: true });
    if (Number.isNaN(a.number) || Number.isNaN(b.number)) return Number.isNaN(a.number) - Number.isNaN(b.number);
    return direction * (a.number - b.number);
  });
  const sorted = document.createDocumentFragment();
  for (const entry of keyed) {
    sorted.append(entry.row);
    if (entry.detail) sorted.append(entry.detail);
  }
  body.append(sorted);
}
function filter() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let shown = 0;
  for (const row of rows) {
    const name = row.cells[0].textContent.toLowerCase();
    const calm = Boolean(changed && changed.checked) && row.dataset.quiet !== undefined;
    const hidden = calm || !wanted.has(row.dataset.verdict) || !words.every((word) => name.includes(word));
    if (hidden) open(row, false);
    row.hidden = hidden;
    if (!hidden) shown += 1;
  }
  for (const table of document.querySelectorAll(".suite")) {
    table.hidden = !table.querySelector("tbody tr:not([hidden])");
  }
  status.textContent = shown + " of " + rows.length + " benchmarks shown";
}
function followHash() {
  const row = rows.find(({ id }) => "#" + id === location.hash);
  if (!row) return;
  if (row.hidden) {
    search.value = "";
    if (changed) changed.checked = false;
    for (const box of boxes) box.checked = true;
    filter();
  }
  open(row, true);
  row.scrollIntoView({ block: "start" });
  row.querySelector("button.open").focus({ preventScroll: true });
}
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (!button) return;
  if (button.classList.contains("open")) open(button.closest("tr"), button.getAttribute("aria-expanded") !== "true");
  if (button.classList.contains("sort")) sort(button);
});
if (search) {
  search.addEventListener("input", filter);
  document.getElementById("filter").addEventListener("change", filter);
  document.getElementById("filter").addEventListener("submit", (event) => event.preventDefault());
}
window.addEventListener("hashchange", followHash);
followHash();
`;
