// Keyboard, address, filter: what sets the rest in motion.
// one stop of the Tab key per table or chart; arrows go on from there
const rove = (box, wanted) => {
  const nodes = [...box.querySelectorAll("[data-c]")];
  const start = nodes.find((node) => node.dataset.c === wanted) ?? nodes[0];
  for (const node of nodes) node.setAttribute("tabindex", node === start ? "0" : "-1");
  if (wanted && start) start.focus({ preventScroll: true });
};
const goTo = (node, nodes) => {
  if (!node) return;
  for (const other of nodes) other.setAttribute("tabindex", other === node ? "0" : "-1");
  node.focus();
};
const moved = (from, key) => {
  const table = from.closest("table"), nodes = [...from.closest("table,svg").querySelectorAll("[data-c]")];
  if (key === "Home") return goTo(nodes[0], nodes);
  if (key === "End") return goTo(nodes[nodes.length - 1], nodes);
  const step = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  if (!table || key === "ArrowRight" || key === "ArrowLeft") {
    return goTo(nodes[nodes.indexOf(from) + step], nodes);
  }
  const column = from.closest("td,th").cellIndex;
  for (let row = from.closest("tr"); (row = step > 0 ? row.nextElementSibling : row.previousElementSibling); ) {
    const found = row.cells[column]?.querySelector("[data-c]");
    if (found) return goTo(found, nodes);
  }
};
document.addEventListener("click", (event) => {
  const node = event.target.closest("[data-c]");
  if (node) open("c", node.dataset.c, node);
});
document.addEventListener("keydown", (event) => {
  const node = event.target.closest?.("[data-c]");
  if (!node || event.ctrlKey || event.altKey || event.metaKey) return;
  if (/^(Arrow|Home|End)/.test(event.key)) moved(node, event.key);
  else if ((event.key === "Enter" || event.key === " ") && node.tagName !== "BUTTON") open("c", node.dataset.c, node);
  else return;
  event.preventDefault();
});

// the address keeps place, filter and open window, so it can be sent to someone
let anchor = "";
const fragment = () => {
  const parts = new URLSearchParams();
  for (const name of FIELDS) if (field(name).value.trim()) parts.set(name, field(name).value.trim());
  if (shownKey) parts.set(...shownKey);
  const text = [anchor, parts.toString()].filter(Boolean).join("&");
  return text ? "#" + text : location.href.split("#")[0];
};
const remind = () => history.replaceState({ own: true }, "", fragment());
const follow = (exact) => {
  const [first, ...rest] = location.hash.slice(1).split("&");
  const jump = first && !first.includes("=");
  const asked = new URLSearchParams(jump ? rest.join("&") : location.hash.slice(1));
  anchor = jump && $(first) ? first : "";
  if (exact || FIELDS.some((name) => asked.has(name))) {
    const before = choiceTold();
    for (const name of FIELDS) field(name).value = asked.get(name) ?? "";
    for (const name of FIELDS) if (field(name).selectedIndex === -1) field(name).value = "";
    if (!started || choiceTold() !== before) recount();
  }
  const kind = asked.has("c") ? "c" : asked.has("s") ? "s" : null;
  if (kind) {
    if (!exact && document.activeElement !== document.body) opener = document.activeElement;
    open(kind, asked.get(kind), null);
    pushed = !exact && dialog.open;
  }
  else if (dialog.open) { pushed = false; dialog.close(); }
  if (jump && rest.length && anchor) $(anchor).scrollIntoView();
  remind();
};
addEventListener("popstate", (event) => follow(Boolean(event.state?.own)));

let started = false, touched = false;
// a quote from outside the choice stays, but greyed
const quoted = [...document.querySelectorAll("blockquote")].map((node) => [node, indexOf(new URLSearchParams(node.querySelector("a").hash.slice(1)).get("s"))]);
const recount = () => {
  choose();
  started = true;
  touched ||= filtered;
  document.documentElement.classList.toggle("filtered", filtered);
  const indexes = [];
  for (let index = 0; index < N; index++) if (keep[index]) indexes.push(index);
  if (touched) {
    for (const id in data.tables) recountTable(id);
    for (const id in data.figures) recountChart(id);
  }
  for (const [node, index] of quoted) node.classList.toggle("out", filtered && !keep[index]);
  const code = data.codes.findIndex((item) => item[0] === field("kod").value);
  fill($("lista"), indexes, code >= 0 ? [code] : null);
  $("ile").textContent = statements(chosen);
  $("status").textContent = filtered
    ? "Wybór (" + choiceTold() + "): " + outOfAll() + " (" + people(distinct("people", indexes)) + ", " + meetings(distinct("meetings", indexes)) + "). Wyszarzone pola i zdania w tekście dotyczą całego materiału; wyszarzone cytaty są spoza wyboru."
    : "";
  $("wyczysc").hidden = !filtered;
};
let waiting = 0;
form.addEventListener("input", (event) => {
  clearTimeout(waiting);
  const act = () => { recount(); remind(); };
  if (event.target.name === "szukaj") waiting = setTimeout(act, 150);
  else act();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { recount(); remind(); field("gmina").focus(); }));

$("motyw").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme:dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
for (const details of document.querySelectorAll("figure details")) {
  details.addEventListener("toggle", () => { if (details.open) chartTable(details.closest("figure").id.slice(2)); });
}

// the bar at the top has the height of its content
const bar = document.querySelector(".bar-top");
new ResizeObserver(() => {
  const sticky = getComputedStyle(bar).position === "sticky";
  document.documentElement.style.setProperty("--bar", (sticky ? bar.offsetHeight : 0) + "px");
}).observe(bar);
// headings of a table that fits stay at the top; one that does not scrolls in its own frame
const frames = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    const over = target.firstElementChild.getBoundingClientRect().width > target.clientWidth + 1;
    target.classList.toggle("over", over);
    if (over) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  }
});
for (const frame of document.querySelectorAll(".scroll")) frames.observe(frame);
for (const table of document.querySelectorAll(".tabela > .scroll > table[id]")) watcher.observe(table);

const contents = document.querySelector("nav.toc details");
const wide = matchMedia("(min-width:60.01rem)");
const fit = () => { contents.open = wide.matches; };
wide.addEventListener("change", fit);
fit();
const links = new Map([...document.querySelectorAll("nav.toc a")].map((link) => [link.hash.slice(1), link]));
const heads = [...links.keys()].map($).filter(Boolean);
const here = () => {
  const edge = innerHeight * 0.4;
  const head = heads.findLast((item) => item.getBoundingClientRect().top < edge) ?? heads[0];
  for (const link of links.values()) link.removeAttribute("aria-current");
  const link = links.get(head?.id), nav = contents.parentNode;
  link?.setAttribute("aria-current", "true");
  if (link && wide.matches) nav.scrollTop = Math.max(0, link.offsetTop - nav.clientHeight / 2);
};
let late = 0;
addEventListener("scroll", () => { late ||= setTimeout(() => { late = 0; here(); }, 120); }, { passive: true });

for (const id in data.figures) {
  const svg = $("w-" + id).querySelector("svg");
  if (data.figures[id].kind === "heatmap") legible(svg);
  rove(svg, null);
}
follow(true);
