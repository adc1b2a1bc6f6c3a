"use strict";
(() => {
  const data = JSON.parse(document.getElementById("dane").textContent);
  const $ = (id) => document.getElementById(id);
  const form = $("filtr"), dialog = $("okno"), PAGE = 40;
  const make = (tag, name, text) => { const node = document.createElement(tag); if (name) node.className = name; if (text !== undefined) node.textContent = text; return node; };
  const forms = (n, one, few, many) => n === 1 ? one : n % 10 > 1 && n % 10 < 5 && !(n % 100 > 11 && n % 100 < 15) ? few : many;
  const number = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
  const said = (n) => number(n) + "\u00a0" + forms(n, "wypowiedź", "wypowiedzi", "wypowiedzi");
  const fold = (text) => text.toLocaleLowerCase("pl");

  // a segment: [id, gmina, kind, question, signature, text, [[code, score, evidence]…]]
  const passes = (item) => {
    const gmina = form.elements.gmina.value, kind = form.elements.rola.value, code = form.elements.kod.value, words = fold(form.elements.szukaj.value.trim());
    return (!gmina || data.gminy[item[1]] === gmina) && (!kind || data.kinds[item[2]] === kind) &&
      (!code || item[6].some((given) => data.codes[given[0]][0] === code)) && (!words || fold(item[5]).includes(words));
  };
  const active = () => ["gmina", "rola", "kod", "szukaj"].some((name) => form.elements[name].value.trim());

  // words that led to a code stand out; text is only ever set as text
  const marked = (text, words) => {
    const node = make("span", "said"), low = fold(text), hits = [];
    if (low.length === text.length) for (const word of words) {
      let at = word ? low.indexOf(fold(word)) : -1;
      while (at >= 0) { hits.push([at, at + word.length]); at = low.indexOf(fold(word), at + word.length); }
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
    const item = data.segments[index], line = make("li"), words = [];
    for (const given of item[6]) if (!focus || data.codes[given[0]][0] === focus) words.push(...given[2].split(" · "));
    line.append(marked(item[5], words));
    line.append(make("div", "meta", [item[4], item[3] >= 0 ? data.questions[item[3]] : "", item[0]].filter(Boolean).join(" · ")));
    const codes = item[6].map((given) => data.codes[given[0]][1] + (given[1] < 1 ? " (" + given[1].toFixed(2).replace(".", ",") + ")" : ""));
    line.append(make("div", "codes", codes.join("; ") || "bez kodu"));
    return line;
  };
  const fill = (list, indexes, focus) => {
    list.replaceChildren();
    const more = (from) => {
      list.querySelector(".more")?.remove();
      for (const index of indexes.slice(from, from + PAGE)) list.append(entry(index, focus));
      if (indexes.length > from + PAGE) {
        const line = make("li", "more"), button = make("button", "plain", "Pokaż kolejne (" + number(indexes.length - from - PAGE) + ")");
        button.type = "button";
        button.addEventListener("click", () => { more(from + PAGE); list.children[from + PAGE]?.scrollIntoView({block: "nearest"}); });
        line.append(button); list.append(line);
      }
    };
    more(0);
  };
  const open = (key, title) => {
    const all = data.cells[key];
    if (!all) return;
    const shown = active() ? all.filter((index) => passes(data.segments[index])) : all;
    $("okno-tytul").textContent = title + " – " + said(shown.length) + (shown.length < all.length ? " (w filtrze, z " + number(all.length) + ")" : "");
    fill($("okno-lista"), shown, null);
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
    history.replaceState(null, "", "#c=" + encodeURIComponent(key));
  };
  dialog.addEventListener("close", () => history.replaceState(null, "", location.pathname + location.search));
  $("okno-zamknij").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  const titled = (node) => (node.getAttribute("aria-label") || node.textContent).replace(/:[^:]*$/, "");
  const asked = (event) => {
    const node = event.target.closest("[data-c]");
    if (!node || (event.type === "keydown" && event.key !== "Enter" && event.key !== " ")) return;
    if (event.type === "keydown" && node.tagName === "BUTTON") return;
    event.preventDefault();
    open(node.dataset.c, titled(node));
  };
  document.addEventListener("click", asked);
  document.addEventListener("keydown", asked);

  const recount = () => {
    const on = active(), keep = new Set();
    data.segments.forEach((item, index) => { if (!on || passes(item)) keep.add(index); });
    for (const chart of document.querySelectorAll("svg[data-kind=bars],svg[data-kind=heatmap]")) {
      const marks = [...chart.querySelectorAll(".mark")].map((mark) => {
        const all = data.cells[mark.dataset.c] || [];
        return [mark, all.length, all.filter((index) => keep.has(index)).length];
      });
      const top = Math.max(1, ...marks.map((mark) => mark[2]));
      for (const [mark, all, n] of marks) {
        const bar = mark.querySelector("rect.bar"), cell = mark.querySelector("rect.cell"), value = mark.querySelector("text.value,text.on"), whisker = mark.querySelector(".whisker");
        if (bar) {
          const wide = all ? bar.dataset.w * n / all : 0, spot = value.firstChild;
          spot.dataset.x ??= spot.getAttribute("x");
          bar.setAttribute("width", String(wide));
          spot.setAttribute("x", on ? String(Number(bar.getAttribute("x")) + wide + 8) : spot.dataset.x);
        }
        if (cell) { const shade = 0.9 * n / top; cell.setAttribute("fill-opacity", shade.toFixed(2)); value.setAttribute("class", shade > 0.5 ? "on" : "value"); }
        if (value) value.firstChild.textContent = n ? number(n) : "–";
        if (whisker) whisker.style.display = on ? "none" : "";
        const label = mark.getAttribute("aria-label").replace(/: [^:]*$/, ": " + number(n));
        mark.setAttribute("aria-label", label); mark.firstChild.textContent = label;
      }
    }
    const indexes = [...keep];
    fill($("lista"), indexes, form.elements.kod.value || null);
    $("ile").textContent = said(indexes.length);
    $("status").textContent = on ? "Filtr: " + said(indexes.length) + " z " + number(data.segments.length) + ". Filtr działa na wykresy słupkowe, mapy i listy wypowiedzi; tabele pokazują cały materiał." : "";
  };
  form.addEventListener("input", recount);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(recount));
  $("motyw").addEventListener("click", () => {
    const root = document.documentElement, dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme:dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });

  // a table for Word: inline styles only, for a word processor drops style sheets
  const border = "border:1px solid #999999;padding:2pt 5pt;vertical-align:top;font-family:Calibri,Arial,sans-serif;font-size:9pt;color:#000000;";
  const pasteable = (table) => {
    const copy = document.createElement("table");
    copy.setAttribute("border", "1"); copy.setAttribute("cellspacing", "0"); copy.setAttribute("cellpadding", "3");
    copy.setAttribute("style", "border-collapse:collapse;font-family:Calibri,Arial,sans-serif;font-size:9pt;color:#000000");
    const head = document.createElement("thead"), body = document.createElement("tbody");
    for (const row of table.rows) {
      const line = document.createElement("tr");
      for (const cell of row.cells) {
        const top = row.parentNode.tagName === "THEAD", made = document.createElement(top ? "th" : "td"), side = cell.classList.contains("num") ? "right" : "left";
        made.setAttribute("align", side);
        made.setAttribute("style", border + "text-align:" + side + (top ? ";background:#e8e8e8;font-weight:bold" : row.className === "total" ? ";font-weight:bold" : ""));
        if (top) made.setAttribute("scope", "col");
        made.textContent = cell.textContent;
        line.append(made);
      }
      (row.parentNode.tagName === "THEAD" ? head : body).append(line);
    }
    copy.append(head, body);
    const p = (text, style) => { const node = make("p", "", text); node.setAttribute("style", "font-family:Calibri,Arial,sans-serif;color:#000000;margin:3pt 0;" + style); return node.outerHTML; };
    return p(table.caption.textContent, "font-size:10pt;font-weight:bold") + copy.outerHTML + p(table.closest(".tabela").querySelector(".foot").textContent, "font-size:8pt");
  };
  const plain = (table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.replace(/\s+/g, " ").trim()).join("\t")).join("\r\n");
  // the copy event works on a page opened from a disk too; the browser adds the clipboard header
  const copy = (table) => {
    let done = false;
    const hand = (event) => { event.clipboardData.setData("text/html", pasteable(table)); event.clipboardData.setData("text/plain", plain(table)); event.preventDefault(); event.stopPropagation(); done = true; };
    document.addEventListener("copy", hand, true);
    try { document.execCommand("copy"); } finally { document.removeEventListener("copy", hand, true); }
    return done;
  };
  for (const button of document.querySelectorAll("button[data-copy]")) button.addEventListener("click", () => {
    const done = copy($(button.dataset.copy)), told = button.nextElementSibling;
    told.textContent = done ? "Skopiowano: wklej w Wordzie." : "Przeglądarka nie pozwoliła kopiować; zaznacz tabelę i skopiuj ją ręcznie.";
    setTimeout(() => { told.textContent = ""; }, 6000);
  });

  const follow = () => {
    const key = new URLSearchParams(location.hash.slice(1)).get("c"), id = new URLSearchParams(location.hash.slice(1)).get("s");
    if (key) { const node = document.querySelector('[data-c="' + CSS.escape(key) + '"]'); open(key, node ? titled(node) : "Wypowiedzi"); }
    if (id) { const index = data.segments.findIndex((item) => item[0] === id); if (index >= 0) { $("okno-tytul").textContent = id; fill($("okno-lista"), [index], null); if (!dialog.open) dialog.showModal(); } }
  };
  addEventListener("hashchange", follow);
  recount();
  follow();
})();
