// Charts: drawn by the program for the whole material, redrawn here for the choice; their numbers
// also stand in a table. Lengths follow the drawings: names take 250 of 760 units.
const ZERO = 250, BAR_ROOM = 450, DOT_ROOM = 440, LINE_ROOM = 190;
const drawn = new Map();
const marksOf = (svg) => [...svg.querySelectorAll(":scope > g")];
const set = (node, values) => { for (const name in values) node?.setAttribute(name, values[name]); };
const fixed = (n) => String(Math.round(n * 10) / 10);

// what the chart shows now: a row per mark {n, value, low, high}
const chartValues = (chart) => chart.sets.map((number, row) => {
  const n = value("n", number);
  if (chart.kind === "dots") {
    const base = baseOf(chart.bases[row]);
    if (base < data.small) return { n, value: null, low: null, high: null };
    const [low, high] = wilson(n, base);
    return { n, value: (100 * n) / base, low: 100 * low, high: 100 * high };
  }
  const limits = chart.kind === "bars" && chart.rows[row][3] !== null && chosen >= data.small ? wilson(n, chosen) : null;
  return { n, value: n, low: limits && limits[0] * chosen, high: limits && limits[1] * chosen };
});
const label = (mark, text) => {
  const told = mark.querySelector("title").textContent.replace(/: [^:]*$/, "") + ": " + text;
  mark.querySelector("title").textContent = told;
  if (mark.hasAttribute("aria-label")) mark.setAttribute("aria-label", told);
};
const spot = (mark, x, text) => {
  const line = mark.querySelector("text.value tspan");
  line.textContent = text;
  set(line, { x: fixed(x) });
};
const PAINT = {
  bars(marks, items) {
    const scale = BAR_ROOM / Math.max(1, ...items.map((item) => Math.max(item.n, item.high ?? 0)));
    marks.forEach((mark, row) => {
      const item = items[row], bar = mark.querySelector("rect.bar"), whisker = mark.querySelector(".whisker");
      const middle = Number(bar.getAttribute("y")) + Number(bar.getAttribute("height")) / 2;
      const [low, high] = [item.low, item.high].map((limit) => fixed(ZERO + limit * scale));
      set(bar, { width: fixed(item.n * scale) });
      set(whisker, { d: item.high === null ? "" : `M${low} ${middle}H${high}M${low} ${middle - 4}v8M${high} ${middle - 4}v8` });
      spot(mark, ZERO + (item.high ?? item.n) * scale + 8, shown(item.n));
      label(mark, whole(item.n));
    });
  },
  dots(marks, items) {
    const scale = DOT_ROOM / Math.max(1, ...items.map((item) => item.high ?? 0));
    marks.forEach((mark, row) => {
      const item = items[row], dot = mark.querySelector("circle.bar"), middle = dot.getAttribute("cy");
      const few = item.value === null;
      mark.classList.toggle("few", few);
      if (!few) {
        set(dot, { cx: fixed(ZERO + item.value * scale) });
        set(mark.querySelector(".whisker"), { d: `M${fixed(ZERO + item.low * scale)} ${middle}H${fixed(ZERO + item.high * scale)}` });
      }
      spot(mark, ZERO + (few ? 0 : item.high * scale + 8), few ? "." : decimal(item.value) + "%");
      label(mark, few ? "za mało wypowiedzi" : decimal(item.value) + "%");
    });
  },
  heatmap(marks, items) {
    const top = Math.max(1, ...items.map((item) => item.n));
    marks.forEach((mark, row) => {
      const shade = (0.9 * items[row].n) / top, text = mark.querySelector("text");
      set(mark.querySelector("rect.cell"), { "fill-opacity": shade.toFixed(2) });
      text.firstChild.textContent = shown(items[row].n);
      label(mark, whole(items[row].n));
    });
  },
  network(marks, items) {
    const top = Math.max(1, ...items.map((item) => item.n));
    marks.forEach((mark, row) => {
      const share = items[row].n / top;
      mark.classList.toggle("few", !items[row].n);
      set(mark.querySelector(".edge"), { "stroke-width": fixed(1 + 6 * share), "stroke-opacity": (0.25 + 0.65 * share).toFixed(2) });
      label(mark, whole(items[row].n));
    });
  },
  timeline(marks, items, chart, svg) {
    const top = Math.max(...[...svg.querySelectorAll(".grid")].map((line) => Number(line.dataset.n)));
    const drops = items.map((item, row) => ((chart.rows[row][2] - item.n) / top) * LINE_ROOM);
    marks.forEach((mark, row) => { set(mark, { transform: `translate(0 ${fixed(drops[row])})` }); label(mark, whole(items[row].n)); });
    const lines = [...svg.querySelectorAll("path.line")], long = items.length / lines.length;
    lines.forEach((line, n) => {
      const points = line.getAttribute("d").slice(1).split("L").map((point) => point.split(" ").map(Number));
      set(line, { d: "M" + points.map(([x, y], at) => x + " " + fixed(y + drops[n * long + at])).join("L") });
    });
  },
  map(marks, items, chart) {
    // never larger than for the whole material, so circles do not come to cover each other
    marks.forEach((mark, row) => {
      const circle = mark.querySelector("circle.bar"), before = Number(circle.getAttribute("r"));
      const r = before * Math.sqrt(items[row].n / (chart.rows[row][3] || 1));
      const line = mark.querySelector("text.spot tspan"), least = 2.5 + 3 * (line?.textContent.length ?? 0);
      const ghost = circle.cloneNode();
      set(ghost, { class: "ghost" });
      circle.before(ghost);
      set(circle, { r: fixed(r) });
      mark.classList.toggle("few", !items[row].n);
      label(mark, whole(items[row].n));
      // a number that no longer fits into its circle stands below it
      if (!line || before < least || r >= least || !r) return;
      const middle = Number(circle.getAttribute("cy"));
      set(circle, { cy: fixed(middle - 5.5) });
      set(line, { y: fixed(middle + r + 5) });
    });
  },
};
// numbers on dark and on light fields must both be readable
const legible = (svg) => {
  for (const mark of marksOf(svg)) {
    const dark = Number(mark.querySelector("rect.cell").getAttribute("fill-opacity"));
    mark.querySelector("text").setAttribute("class", dark > 0.69 ? "on" : dark > 0.57 ? "value mid" : "value");
  }
};
const recountChart = (id) => {
  const box = $("w-" + id), chart = data.figures[id], svg = box.querySelector("svg");
  if (!drawn.has(id)) drawn.set(id, [...svg.childNodes].map((node) => node.cloneNode(true)));
  const active = svg.contains(document.activeElement) ? document.activeElement.dataset.c : null;
  svg.replaceChildren(...drawn.get(id).map((node) => node.cloneNode(true)));
  for (const node of box.querySelectorAll(".chosen")) node.remove();
  const anew = filtered && chart.counted;
  box.classList.toggle("stale", filtered && !chart.counted);
  for (const node of box.querySelectorAll(".foot .whole")) node.hidden = anew;
  if (anew) PAINT[chart.kind](marksOf(svg), chartValues(chart), chart, svg);
  if (chart.kind === "heatmap") legible(svg);
  if (filtered) {
    box.querySelector(".foot").prepend(make("span", "chosen", anew
      ? "Podstawa: " + outOfAll() + " (wybór – " + choiceTold() + "). " + (chart.kind === "dots" ? "Pominięto grupy poniżej " + data.small + NBSP + "wypowiedzi. " : chart.kind === "map" ? "Jasny okrąg: cały materiał. " : "")
      : "Tego wykresu wybór nie zmienia: pokazuje cały materiał. "));
    if (anew) box.querySelector("figcaption").append(make("span", "chosen", " [wybór – " + choiceTold() + "]"));
  }
  rove(svg, active);
  const details = box.querySelector("details");
  if (details?.open) chartTable(id);
};

// the same numbers as a table, for those who cannot see the picture and for pasting
const HEADS = {
  bars: ["Nazwa", "", "95% PU od", "95% PU do"], dots: ["Nazwa", "Grupa", "%", "95% PU od", "95% PU do", "Wypowiedzi"],
  network: ["Kod", "Aspekt", "Kod", "Aspekt", ""], curve: ["Spotkanie", "W kolejności", "Średnia ze wszystkich kolejności"],
  map: ["Nr", "Temat", "Wypowiedzi", "Wobec książki"],
};
const chartRows = (chart) => {
  const now = filtered && chart.counted ? chartValues(chart) : null;
  const pick = (row, name, old) => (now ? now[row][name] : old);
  const oneDigit = (number) => (number === null ? "." : number ? decimal(number) : "–");
  if (chart.kind === "heatmap") return {
    heads: ["", ...chart.top],
    body: chart.left.map((name, row) => [name, ...chart.top.map((_, n) => shown(pick(row * chart.top.length + n, "n", chart.rows[row][n])))]),
  };
  if (chart.kind === "timeline") {
    const series = [...new Set(chart.rows.map((row) => row[1]))], steps = [...new Set(chart.rows.map((row) => row[0]))];
    const at = (step, name) => chart.rows.findIndex((row) => row[0] === step && row[1] === name);
    return { heads: ["Część spotkania", ...series], body: steps.map((step) => [step, ...series.map((name) => shown(pick(at(step, name), "n", chart.rows[at(step, name)][2])))]) };
  }
  const heads = HEADS[chart.kind].map((head) => head || chart.unit[0].toUpperCase() + chart.unit.slice(1));
  if (chart.kind === "bars") {
    const limits = chart.rows.some((row) => row[3] !== null);
    return { heads: limits ? heads : heads.slice(0, 2), body: chart.rows.map((row, n) => [row[0], shown(pick(n, "n", row[1])), ...(limits ? [oneDigit(pick(n, "low", row[2])), oneDigit(pick(n, "high", row[3]))] : [])]) };
  }
  if (chart.kind === "dots") return { heads, body: chart.rows.map((row, n) => [row[0], row[1], oneDigit(pick(n, "value", row[2])), oneDigit(pick(n, "low", row[3])), oneDigit(pick(n, "high", row[4])), shown(pick(n, "n", row[5]))]) };
  if (chart.kind === "map") return { heads, body: chart.rows.map((row, n) => [n + 1 + ".", row[0], shown(pick(n, "n", row[3])), row[4] ? "nowy" : "jest w książce"]) };
  if (chart.kind === "network") return { heads, body: chart.rows.map((row, n) => [row[0], row[3], row[1], row[4], shown(pick(n, "n", row[2]))]) };
  return { heads, body: chart.rows.map((row) => [row[1], whole(row[2]), oneDigit(row[3])]) };
};
const chartTable = (id) => {
  const box = $("w-" + id), details = box.querySelector("details"), { heads, body } = chartRows(data.figures[id]);
  const table = make("table"), top = table.createTHead().insertRow(), rows = table.createTBody();
  table.createCaption().textContent = "Dane: " + box.querySelector("figcaption").textContent;
  const numeric = heads.map((_, n) => n > 0 && body.every((row) => /^[\d\s,.–]+$/.test(row[n])));
  heads.forEach((head, n) => { const cell = make("th", numeric[n] ? "num" : "", head); cell.scope = "col"; top.append(cell); });
  for (const values of body) {
    const row = rows.insertRow();
    values.forEach((text, n) => {
      const cell = make(n ? "td" : "th", numeric[n] ? "num" : "", text);
      if (!n) cell.scope = "row";
      row.append(cell);
    });
  }
  const region = make("div", "scroll");
  region.append(table);
  const foot = make("p", "foot", box.querySelector("p.foot").innerText);
  const tools = make("p", "tools"), copyButton = button("plain", "Kopiuj tabelę do Worda");
  copyButton.dataset.copy = "";
  const told = make("span");
  told.setAttribute("role", "status");
  tools.append(copyButton, told);
  const inner = make("div", "tabela");
  foot.hidden = true;
  inner.append(region, foot, tools);
  details.querySelector(".tabela")?.remove();
  details.append(inner);
};
