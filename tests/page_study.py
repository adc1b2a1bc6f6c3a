"""A study for the HTML page, and ways to use the page."""

import functools
import json
import re

from reports_study import PLAIN, build

from qualcode.reading.codebooks import load_codebook
from qualcode.reports import report
from qualcode.tables import table

CHOOSE = (
    "(() => {{ const f = document.getElementById('filtr'); const v = {0};"
    "for (const n in v) f.elements[n].value = v[n];"
    "f.dispatchEvent(new Event('input', {{bubbles: true}})); }})()"
)
TEXTS = (
    "[...document.querySelectorAll('#t-{0} tbody tr')]"
    ".map(r => [...r.cells].map(c => c.firstElementChild?.textContent ?? c.textContent))"
)
ALL_TEXTS = "[...document.querySelectorAll('main table')].map(t => t.textContent)"


def mixed_study(meetings=(("Żabin", 2, 0), ("Dolany", 3, 2), ("Brzezina", 1, 4))):
    """Build a study whose meetings differ in length and in what is said."""
    made = [
        (f"w{n}", {"gmina": name, "date": f"2024-0{n + 1}-14"}, PLAIN * times + PLAIN[skip:])
        for n, (name, times, skip) in enumerate(meetings)
    ]
    return build(load_codebook("cus"), made)


@functools.cache
def mixed_report():
    return report(mixed_study())


def payload(text):
    found = re.search(r'<script type="application/json" id="dane">(.*?)</script>', text, re.DOTALL)
    return json.loads(found.group(1))


def members(data, number):
    """Return the addresses of a set of statements of the page."""
    said, at, found = data["segments"], 0, []
    for step in data["sets"][number] if number >= 0 else []:
        at += step
        rest = said["id"][at]
        found.append(data["transcripts"][said["meetings"][at]] + rest if rest[0] == ":" else rest)
    return found


def choose(browser, **values):
    browser.run(CHOOSE.format(json.dumps(values)))


def show(browser, table_id):
    """Scroll to a table, whose buttons are made when it comes near."""
    browser.run(f"document.querySelector('#t-{table_id}').scrollIntoView()")
    browser.wait(f"document.querySelector('#t-{table_id} button.c') !== null")


def counted(study, codes, keep):
    """Count statements, people and meetings of codes in the coded table, among those kept."""
    rows = table(study)
    rows = rows[rows.apply(keep, axis=1)]
    met = {code: rows[rows[code]] for code in codes}
    people = {
        code: len(part[["transcript", "speaker"]].drop_duplicates()) for code, part in met.items()
    }
    meetings = {code: part["transcript"].nunique() for code, part in met.items()}
    return len(rows), {code: len(part) for code, part in met.items()}, people, meetings
