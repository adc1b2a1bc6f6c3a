// What is chosen in the filter, and what a rule gives for a set of statements within it.
const form = $("filtr");
const field = (name) => form.elements[name];
const FIELDS = ["gmina", "rola", "kod", "szukaj"];
const keep = new Uint8Array(N).fill(1);
const folded = [];
let chosen = N;
let filtered = false;
let bases = new Map();

const choose = () => {
  const one = (names, value) => (value ? names.indexOf(value) : -1);
  const gmina = one(data.gminy, field("gmina").value);
  const kind = one(data.kinds, field("rola").value);
  const code = data.codes.findIndex((item) => item[0] === field("kod").value);
  const words = fold(field("szukaj").value.trim());
  filtered = gmina >= 0 || kind >= 0 || code >= 0 || words !== "";
  chosen = 0;
  bases = new Map();
  for (let index = 0; index < N; index++) {
    const passes =
      (gmina < 0 || said.gminy[index] === gmina) &&
      (kind < 0 || said.kinds[index] === kind) &&
      (code < 0 || has(index, code)) &&
      (!words || (folded[index] ??= fold(said.text[index])).includes(words));
    keep[index] = passes ? 1 : 0;
    chosen += keep[index];
  }
};
const has = (index, code) => {
  const given = said.given[index];
  for (let at = 0; at < given.length; at += 3) if (given[at] === code) return true;
  return false;
};
const within = (set) => members(set).filter((index) => keep[index]);
const distinct = (column, indexes) => {
  const met = new Set();
  for (const index of indexes) if (keep[index]) met.add(said[column][index]);
  return met.size;
};
// how many chosen statements shares are of: all, or those of a group ("gminy:3")
const baseOf = (base) => {
  if (!base) return chosen;
  if (!bases.has(base)) {
    const [kind, name] = base.split(":");
    let n = 0;
    for (let index = 0; index < N; index++) if (keep[index] && said[kind][index] === Number(name)) n++;
    bases.set(base, n);
  }
  return bases.get(base);
};
// 95% interval of a share, 0–1 (Wilson 1927)
const wilson = (n, base) => {
  const z = 1.959963984540054, share = n / base, spread = 1 + (z * z) / base;
  const middle = (share + (z * z) / (2 * base)) / spread;
  const half = (z / spread) * Math.sqrt((share * (1 - share)) / base + (z * z) / (4 * base * base));
  return [n === 0 ? 0 : Math.max(middle - half, 0), n === base ? 1 : Math.min(middle + half, 1)];
};
const value = (how, set, base) => {
  const indexes = members(set);
  if (how === "people" || how === "meetings") return distinct(how, indexes);
  let n = 0;
  if (how === "words") {
    for (const index of indexes) if (keep[index]) n += said.words[index];
    return n;
  }
  for (const index of indexes) n += keep[index];
  if (how === "n") return n;
  const all = baseOf(base);
  if (all < data.small) return null;
  if (how === "percent") return (100 * n) / all;
  return n ? 100 * wilson(n, all)[how === "low" ? 0 : 1] : null;
};

const choiceTold = () => {
  const parts = [];
  if (field("gmina").value) parts.push("gmina: " + field("gmina").value);
  if (field("rola").value) parts.push("rola: " + field("rola").value);
  if (field("kod").value) parts.push("kod: " + data.codes.find((item) => item[0] === field("kod").value)[1]);
  if (field("szukaj").value.trim()) parts.push("słowa: „" + field("szukaj").value.trim() + "”");
  return parts.join("; ");
};
// "116 z 345 wypowiedzi"
const outOfAll = () => whole(chosen) + " z " + whole(N) + NBSP + "wypowiedzi";
