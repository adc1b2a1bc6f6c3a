// Tables: numbers that open their statements, counted anew for the choice, and what is not said so.
const cellsOf = (table) => [...table.tBodies[0].rows].map((row) => row.cells);
const printed = new Map(); // what stood in the page: table id → texts per row and column
const enhanced = new Set();
const nameOf = (cell) => {
  const row = cell.parentNode;
  const head = row.querySelector("th") || row.cells[0];
  const top = cell.closest("table").tHead.rows[0].cells[cell.cellIndex];
  return head === cell ? top.textContent : head.textContent + ", " + top.textContent;
};
const write = (cell, text) => {
  const inner = cell.firstElementChild;
  if (!inner) cell.textContent = text;
  else {
    inner.textContent = text;
    inner.classList.toggle("none", filtered && text === "–");
    if (cell.classList.contains("num")) inner.setAttribute("aria-label", nameOf(cell) + ": " + text);
  }
};
// buttons are made when a table comes near: thousands at once would slow the page
const enhance = (id) => {
  const table = $("t-" + id), lists = data.tables[id]?.lists;
  if (!lists || enhanced.has(id)) return;
  enhanced.add(id);
  const rows = cellsOf(table);
  let first = true;
  rows.forEach((cells, row) => {
    [...cells].forEach((cell, column) => {
      if (!((lists[column]?.[row] ?? -1) >= 0)) return;
      const text = cell.textContent, inner = button("c", text);
      inner.dataset.c = id + ":" + row + ":" + column;
      inner.tabIndex = first ? 0 : -1;
      first = false;
      cell.replaceChildren(inner);
      write(cell, text);
    });
  });
};
const watcher = new IntersectionObserver(
  (entries) => {
    for (const entry of entries) if (entry.isIntersecting) {
      enhance(entry.target.id.slice(2));
      watcher.unobserve(entry.target);
    }
  },
  { rootMargin: "1200px" },
);

const places = (recipe, list) => {
  const counts = recipe.lists[list].map((set) => value("n", set));
  const parts = recipe.parts ?? counts.map(() => 0);
  return counts.map((n, row) => {
    const rivals = counts.filter((_, other) => parts[other] === parts[row]);
    const place = 1 + rivals.filter((other) => other > n).length;
    return n ? place + (rivals.filter((other) => other === n).length > 1 ? "=" : ".") : "–";
  });
};
const columnTexts = (recipe, [column, how, list, base]) =>
  how === "place"
    ? places(recipe, list)
    : recipe.lists[list].map((set) => shown(value(how, set, base), ["percent", "low", "high"].includes(how) ? "percent" : "count"));

const remember = (id, table) => {
  if (printed.has(id)) return printed.get(id);
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);
  printed.set(id, { heads, body: cellsOf(table).map((cells) => [...cells].map((cell) => cell.textContent)) });
  return printed.get(id);
};
const recountTable = (id) => {
  const table = $("t-" + id), recipe = data.tables[id], old = remember(id, table);
  const rows = cellsOf(table), heads = table.tHead.rows[0].cells;
  for (const item of recipe.columns) {
    const [column, , , base] = item;
    const texts = filtered ? columnTexts(recipe, item) : old.body.map((row) => row[column]);
    texts.forEach((text, row) => write(rows[row][column], text));
    heads[column].textContent = filtered && base
      ? old.heads[column].replace(/(\(n\s=\s)[\d\s]+\)$/, (_, front) => front + whole(baseOf(base)) + ")")
      : old.heads[column];
  }
  for (const column of recipe.stale) {
    heads[column].classList.toggle("stale", filtered);
    for (const cells of rows) cells[column].classList.toggle("stale", filtered);
  }
  tell(table.closest(".tabela"), recipe, old);
};
const tell = (box, recipe, old) => {
  const anew = recipe.columns.length > 0;
  const foot = box.querySelector(".foot"), caption = box.querySelector("caption");
  for (const node of box.querySelectorAll(".chosen")) node.remove();
  for (const node of foot.querySelectorAll(".whole")) node.hidden = filtered && anew;
  if (!filtered) return;
  const stale = recipe.stale.map((column) => "„" + old.heads[column] + "”");
  if (!anew) {
    foot.append(make("span", "chosen", recipe.stale.length ? " Tej tabeli wybór nie zmienia: pokazuje cały materiał." : ""));
    return;
  }
  caption.append(make("span", "chosen", " [wybór – " + choiceTold() + "]"));
  foot.prepend(make("span", "chosen", baseTold(recipe, old, stale)));
};
const baseTold = (recipe, old, stale) => {
  const groups = [...new Set(recipe.columns.map((item) => item[3]).filter(Boolean))].map((base) => {
    const [kind, name] = base.split(":");
    return data[kind][Number(name)] + NBSP + whole(baseOf(base));
  });
  const marked = old.body.some((row) => row.some((text) => /[▲▼]$/.test(text)));
  return (
    "Podstawa: " + outOfAll() + " (wybór – " + choiceTold() + ")" +
    (groups.length ? ", w grupach: " + groups.join(", ") : "") + ". " +
    (marked ? "Istotności różnic dla wyboru nie sprawdzano. " : "") +
    (stale.length ? (stale.length > 1 ? "Kolumny " : "Kolumna ") + stale.join(", ") + (stale.length > 1 ? " dotyczą" : " dotyczy") + " całego materiału. " : "")
  );
};
