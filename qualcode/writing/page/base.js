"use strict";
// The data of the page, words and numbers. Text of transcripts is only ever set as text.
const data = JSON.parse(document.getElementById("dane").textContent);
const said = data.segments;
const N = said.text.length;
const $ = (id) => document.getElementById(id);
const make = (tag, name, text) => {
  const node = document.createElement(tag);
  if (name) node.className = name;
  if (text !== undefined) node.textContent = text;
  return node;
};
const button = (name, text, act) => {
  const node = make("button", name, text);
  node.type = "button";
  if (act) node.addEventListener("click", act);
  return node;
};

const NBSP = "\u00a0";
const forms = (n, one, few, many) =>
  n === 1 ? one : n % 10 > 1 && n % 10 < 5 && !(n % 100 > 11 && n % 100 < 15) ? few : many;
const whole = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, NBSP);
const counted = (n, one, few, many) => whole(n) + NBSP + forms(n, one, few, many);
const statements = (n) => counted(n, "wypowiedź", "wypowiedzi", "wypowiedzi");
const people = (n) => counted(n, "osoba", "osoby", "osób");
const meetings = (n) => counted(n, "spotkanie", "spotkania", "spotkań");
// one decimal as the report writes it: exact halves go to the even digit
const decimal = (value) => {
  const half = Number.isInteger(value * 4) && (value * 10) % 1 === 0.5;
  const text = half ? ((2 * Math.round(value * 5)) / 10).toFixed(1) : value.toFixed(1);
  const [front, end] = text.split(".");
  return whole(front) + "," + end;
};
// signs of public statistics: – none, . too few to say
const shown = (value, kind) =>
  value === null ? "." : value === 0 ? "–" : kind === "percent" ? decimal(value) : whole(value);
const fold = (text) => text.toLocaleLowerCase("pl");

const decoded = new Map();
const members = (set) => {
  if (set < 0) return [];
  if (!decoded.has(set)) {
    let at = 0;
    decoded.set(set, Int32Array.from(data.sets[set], (step) => (at += step)));
  }
  return decoded.get(set);
};
// "bariera:0:2" or "bariera-slupki:3" → the set behind it
const setOf = (key) => {
  const [id, ...at] = key.split(":");
  const table = Object.hasOwn(data.tables, id) && data.tables[id];
  const figure = Object.hasOwn(data.figures, id) && data.figures[id];
  if (table) return table.lists[at[1]]?.[Number(at[0])] ?? -1;
  if (!figure || !figure.sets) return -1;
  return figure.sets[at.length > 1 ? Number(at[0]) * figure.top.length + Number(at[1]) : Number(at[0])] ?? -1;
};
const addressOf = (index) => {
  const id = said.id[index];
  return id.startsWith(":") ? data.transcripts[said.meetings[index]] + id : id;
};
const byAddress = new Map();
const indexOf = (id) => {
  if (!byAddress.size) for (let index = 0; index < N; index++) byAddress.set(addressOf(index), index);
  return byAddress.get(id) ?? -1;
};
