// Lists of statements with the words that decided, and the window a number opens.
const dialog = $("okno"), PAGE = 40;
const LETTER = /[\p{L}\p{N}]/u;
// evidence stands out only as whole words: "i" must not light up inside other words
const marked = (text, words) => {
  const node = make("span", "said"), low = fold(text), hits = [];
  if (low.length === text.length) for (const word of words) {
    const sought = fold(word);
    for (let at = sought ? low.indexOf(sought) : -1; at >= 0; at = low.indexOf(sought, at + 1)) {
      const end = at + sought.length;
      if (!(LETTER.test(low[at - 1] ?? " ") && LETTER.test(low[at])) && !(LETTER.test(low[end] ?? " ") && LETTER.test(low[end - 1]))) hits.push([at, end]);
    }
  }
  hits.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let done = 0;
  for (const [start, end] of hits) {
    if (start < done) continue;
    node.append(text.slice(done, start), make("mark", "", text.slice(start, end)));
    done = end;
  }
  node.append(text.slice(done));
  return node;
};
const entry = (index, focus) => {
  const given = said.given[index], line = make("li"), words = [], codes = make("div", "codes");
  for (let at = 0; at < given.length; at += 3) {
    const wanted = !focus || focus.includes(given[at]);
    if (wanted) words.push(...given[at + 2].split(" · "));
    const score = given[at + 1] < 1000 ? " (" + (given[at + 1] / 1000).toFixed(2).replace(".", ",") + ")" : "";
    codes.append(make(focus && wanted ? "strong" : "span", "", data.codes[given[at]][1] + score), at + 3 < given.length ? "; " : "");
  }
  if (!given.length) codes.textContent = "bez kodu";
  line.append(marked(said.text[index], words));
  const meta = [data.signs[said.sign[index]], data.questions[said.question[index]], addressOf(index)];
  line.append(make("div", "meta", meta.filter(Boolean).join(" · ")), codes);
  return line;
};
const fill = (list, indexes, focus) => {
  list.replaceChildren();
  if (!indexes.length) list.append(make("li", "meta", "Żadna wypowiedź nie spełnia wyboru."));
  const more = (from) => {
    list.querySelector(".more")?.remove();
    for (const index of indexes.slice(from, from + PAGE)) list.append(entry(index, focus));
    const left = indexes.length - from - PAGE;
    if (left > 0) {
      const line = make("li", "more");
      line.append(button("plain", "Pokaż kolejne (zostało " + whole(left) + ")", () => {
        more(from + PAGE);
        const next = list.children[from + PAGE];
        next.tabIndex = -1;
        next.focus({ preventScroll: true });
      }));
      list.append(line);
    }
  };
  more(0);
};
// codes all statements of a cell share are what the cell is about
const shared = (indexes) => {
  if (!indexes.length) return null;
  const codes = [];
  const given = said.given[indexes[0]];
  for (let at = 0; at < given.length; at += 3) if (indexes.every((index) => has(index, given[at]))) codes.push(given[at]);
  return codes.length ? codes : null;
};
let opener = null, pushed = false, shownKey = null;
const titled = (key) => {
  const node = document.querySelector('[data-c="' + CSS.escape(key) + '"]');
  if (!node) return "Wypowiedzi";
  const cell = node.closest("td,th");
  if (cell && !cell.classList.contains("num")) return nameOf(cell);
  return (node.getAttribute("aria-label") || node.textContent).replace(/: [^:]*$/, "");
};
const showSet = (key) => {
  if (key.split(":").length > 2) enhance(key.split(":")[0]);
  const set = setOf(key);
  if (set < 0) return false;
  const all = [...members(set)], some = filtered ? all.filter((index) => keep[index]) : all;
  $("okno-tytul").textContent = titled(key) + " – " + statements(some.length);
  $("okno-wybor").textContent = filtered ? "W wyborze (" + choiceTold() + "): " + whole(some.length) + " z " + whole(all.length) + "." : "";
  fill($("okno-lista"), some, shared(all));
  return true;
};
const showOne = (id) => {
  const index = indexOf(id);
  if (index < 0) return false;
  $("okno-tytul").textContent = "Wypowiedź " + id;
  $("okno-wybor").textContent = "";
  fill($("okno-lista"), [index], null);
  return true;
};
const open = (kind, key, from) => {
  if (!(kind === "c" ? showSet(key) : showOne(key))) return;
  shownKey = [kind, key];
  if (from) {
    opener = from;
    history.pushState({ own: true }, "", fragment());
    pushed = true;
  }
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
};
dialog.addEventListener("close", () => {
  shownKey = null;
  if (pushed) history.back();
  else remind();
  pushed = false;
  opener?.focus({ preventScroll: true });
  opener = null;
});
$("okno-zamknij").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
