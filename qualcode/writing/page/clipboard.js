// A table for Word: inline styles only, for a word processor drops style sheets. The browser puts
// the header of the system's clipboard format before it.
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);
const FONT = "font-family:Calibri,Arial,sans-serif;color:#000000;";
const CELL = "border:1px solid #999999;padding:2pt 5pt;vertical-align:top;" + FONT;
const footOf = (box) => [...box.querySelector(".foot").childNodes].filter((node) => !node.hidden).map((node) => node.textContent).join("").trim();
// columns get room for their longest word; what is left of an A4 page is shared as on the screen
const PAPER = 605, SHRUNK = 0.87, LETTER_WIDTH = 6.2, PADDING = 14;
const widths = (table) => {
  const rows = [...table.rows];
  const columns = [...table.tHead.rows[0].cells].map((cell, n) => {
    const words = rows.flatMap((row) => row.cells[n].textContent.split(/\s+/));
    const need = Math.max(...words.map((word) => word.length)) * LETTER_WIDTH + PADDING;
    return { need, more: Math.max(0, cell.getBoundingClientRect().width * SHRUNK - need) };
  });
  const sum = (name) => columns.reduce((all, column) => all + column[name], 0);
  const share = Math.min(1, Math.max(0, PAPER - sum("need")) / (sum("more") || 1));
  const fit = Math.min(1, PAPER / sum("need"));
  const room = columns.map(({ need, more }) => Math.round((need + more * share) * fit));
  // where the longest words need much more than the page, the letters are smaller too
  return { room, points: fit < 0.85 ? Math.max(6.5, Math.floor(18 * fit) / 2) : room.length > 7 ? 8 : 9 };
};
const pasteable = (table) => {
  const { room: columns, points } = widths(table), all = columns.reduce((sum, width) => sum + width, 0);
  const size = "font-size:" + points + "pt;";
  const line = (row, top) => "<tr>" + [...row.cells].map((cell, n) => {
    const side = cell.classList.contains("num") ? "right" : "left", tag = top ? "th" : "td";
    const strong = top ? "background:#e8e8e8;font-weight:bold" : row.classList.contains("total") ? "font-weight:bold" : "font-weight:normal";
    return `<${tag}${top ? ' scope="col"' : ""} width="${columns[n]}" align="${side}" valign="top" style="${CELL}${size}text-align:${side};${strong}">${escaped(cell.textContent)}</${tag}>`;
  }).join("") + "</tr>";
  const part = (tag, rows, top) => `<${tag}>` + [...rows].map((row) => line(row, top)).join("") + `</${tag}>`;
  const note = (text, style) => `<p lang="pl" style="${FONT}margin:3pt 0;${style}">${escaped(text)}</p>`;
  return note(table.caption.textContent, "font-size:10pt;font-weight:bold") +
    `<table lang="pl" width="${all}" border="1" cellspacing="0" cellpadding="3" style="border-collapse:collapse;${size}${FONT}">` +
    part("thead", table.tHead.rows, true) + part("tbody", table.tBodies[0].rows, false) + "</table>" +
    note(footOf(table.closest(".tabela")), "font-size:8pt");
};
const plain = (table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.replace(/[\t\r\n]+/g, " ").trim()).join("\t")).join("\r\n");
// the copy event works on a page opened from a disk too
const copy = (table) => {
  let done = false;
  const hand = (event) => {
    event.clipboardData.setData("text/html", pasteable(table));
    event.clipboardData.setData("text/plain", plain(table));
    event.preventDefault();
    event.stopPropagation();
    done = true;
  };
  document.addEventListener("copy", hand, true);
  try { document.execCommand("copy"); } finally { document.removeEventListener("copy", hand, true); }
  return done;
};
document.addEventListener("click", (event) => {
  const node = event.target.closest("button[data-copy]");
  if (!node) return;
  const done = copy(node.closest(".tabela").querySelector("table")), told = node.nextElementSibling;
  told.textContent = done ? "Skopiowano: wklej w Wordzie (Ctrl+V)." : "Przeglądarka nie pozwoliła kopiować; zaznacz tabelę i skopiuj ją ręcznie.";
  setTimeout(() => { told.textContent = ""; }, 8000);
});
