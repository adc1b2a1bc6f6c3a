"""The filter of the HTML page, in a real browser: what it counts anew, and what it marks."""

from urllib.parse import quote

import pytest
from page_study import ALL_TEXTS, TEXTS, choose, counted, mixed_report, mixed_study

from qualcode.participants import kind_of
from qualcode.reports import report
from qualcode.reports.cells import shown
from qualcode.statistics import wilson
from qualcode.tables import table
from qualcode.wording import NBSP
from qualcode.writing.targets import write


def rank_table(study, facet, keep):
    """Return the ranking of a facet counted from the coded table, as the page should print it."""
    codes = [code.id for code in study.codebook.facet(facet).codes]
    base, n, people, meetings = counted(study, codes, keep)
    rows = {}
    for code in codes:
        place = 1 + sum(other > n[code] for other in n.values())
        tied = sum(other == n[code] for other in n.values()) > 1
        share = [None] * 3
        if base >= 10:
            low, high = (100 * float(limit) for limit in wilson(n[code], base))
            share = [100 * n[code] / base, *((low, high) if n[code] else (None, None))]
        rows[study.codebook.code(code).name] = [
            f"{place}{'=' if tied else '.'}" if n[code] else "–",
            study.codebook.code(code).name,
            shown(n[code], "count"),
            *(shown(value, "percent") for value in share),
            shown(people[code], "count"),
            shown(meetings[code], "count"),
        ]
    return base, rows


CHOICES = [
    ({"gmina": "Dolany"}, lambda row: row["gmina"] == "Dolany"),
    ({"gmina": "Brzezina", "rola": "władze samorządowe"}, lambda row: row["gmina"] == "Brzezina" and kind_of(row["role"]) == "władze samorządowe"),
    ({"kod": "grupa.starsi"}, lambda row: row["grupa.starsi"]),
    ({"szukaj": "asystentów"}, lambda row: "asystentów" in row["text"]),
]  # fmt: skip


@pytest.mark.parametrize(("values", "keep"), CHOICES, ids=[str(v) for v, _ in CHOICES])
def test_tables_are_counted_anew_from_the_statements(browser, mixed_path, values, keep):
    study = mixed_report().study
    browser.open(mixed_path)
    choose(browser, **values)
    if "szukaj" in values:
        browser.wait("document.getElementById('status').textContent !== ''")
    for facet in ("bariera", "usluga", "priorytet"):
        base, rows = rank_table(study, facet, keep)
        found = browser.run(TEXTS.format(facet))
        assert {row[1]: row for row in found} == rows
    told = browser.run("document.getElementById('status').textContent")
    assert f"{base} z {len(table(study))}{NBSP}wypowiedzi" in told
    assert f"{base} z" in browser.run("document.querySelector('#t-bariera').closest('.tabela').querySelector('.foot').textContent")  # fmt: skip


def test_crossings_and_shares_of_groups_are_counted_anew(browser, mixed_path):
    study = mixed_report().study
    browser.open(mixed_path)
    choose(browser, gmina="Żabin")
    rows = table(study)
    rows = rows[rows["gmina"] == "Żabin"]
    book = study.codebook
    crossed = browser.run(TEXTS.format("usluga-grupa"))
    for line, code in zip(crossed, book.facet("usluga").codes, strict=True):
        there = [int((rows[code.id] & rows[other.id]).sum()) for other in book.facet("grupa").codes]
        assert line[1:] == [shown(value, "count") for value in (*there, int(rows[code.id].sum()))]
    heads = browser.run("[...document.querySelectorAll('#t-bariera-uczestnicy thead th')].map(c => c.textContent)")  # fmt: skip
    shares = browser.run(TEXTS.format("bariera-uczestnicy"))
    for column, head in enumerate(heads[1:], 1):
        name = head.split(" (n")[0].split(":")[0]
        group = rows[rows["role"].map(kind_of) == name]
        if "(n" in head:
            assert head.endswith(f"(n{NBSP}={NBSP}{len(group)})")
        for line, code in zip(shares, book.facet("bariera").codes, strict=True):
            n = int(group[code.id].sum())
            share = 100 * n / len(group) if len(group) >= 10 else None
            right = shown(n, "count") if head.endswith(": n") else shown(share, "percent")
            assert line[column] == right, (head, code.id)


def test_a_choice_of_everything_gives_the_printed_numbers(browser, tmp_path):
    page = write(report(mixed_study([("Żabin", 3, 1)])), tmp_path / "r.html")
    browser.open(page)
    numbers = "[...document.querySelectorAll('table[id] tbody td')].map(c => (c.firstElementChild ?? c).textContent)"
    charts = "[...document.querySelectorAll('svg .value, svg .on')].map(c => c.textContent)"
    before = browser.run(numbers), browser.run(charts)
    choose(browser, gmina="Żabin")
    assert browser.run("document.documentElement.classList.contains('filtered')")
    assert browser.run(numbers) == before[0]
    assert browser.run(charts) == before[1]


def test_what_is_not_counted_anew_is_marked(browser, mixed_path):
    browser.open(mixed_path)
    choose(browser, gmina="Dolany")
    assert browser.run("document.querySelectorAll('#t-lpdi td.stale').length") > 5
    foot = "document.querySelector('#t-{0}').closest('.tabela').querySelector('.foot').innerText"
    browser.run("document.querySelector('#t-lpdi').scrollIntoView()")
    assert "Tej tabeli wybór nie zmienia" in browser.run(foot.format("lpdi"))
    browser.run("document.querySelector('#t-pytania').scrollIntoView()")
    assert "„Najczęstsze kody (liczba)” dotyczy całego materiału" in browser.run(foot.format("pytania"))  # fmt: skip
    assert browser.run("document.querySelector('#w-nasycenie').classList.contains('stale')")
    outside = browser.run("[...document.querySelectorAll('blockquote')].filter(n => !n.textContent.includes('Dolany')).every(n => n.classList.contains('out'))")  # fmt: skip
    assert outside


def test_charts_and_their_tables_follow_the_filter(browser, mixed_path):
    study = mixed_report().study
    browser.open(mixed_path)
    whole = browser.run("document.querySelector('#w-bariera-slupki svg').outerHTML")
    choose(browser, gmina="Dolany")
    rows = table(study)
    rows = rows[rows["gmina"] == "Dolany"]
    browser.run("document.querySelector('#w-bariera-slupki details').open = true")
    browser.wait("document.querySelector('#w-bariera-slupki table') !== null")
    found = browser.run("[...document.querySelectorAll('#w-bariera-slupki tbody tr')].map(r => [r.cells[0].textContent, r.cells[1].textContent])")  # fmt: skip
    drawn = browser.run("[...document.querySelectorAll('#w-bariera-slupki .mark')].map(m => m.querySelector('text.value').textContent)")  # fmt: skip
    names = {code.name: code.id for code in study.codebook.facet("bariera").codes}
    assert len(found) > 1
    assert [value for _, value in found] == drawn
    assert found == [[name, shown(int(rows[names[name]].sum()), "count")] for name, _ in found]
    browser.run("document.getElementById('filtr').reset()")
    browser.wait("!document.documentElement.classList.contains('filtered')")
    assert browser.run("document.querySelector('#w-bariera-slupki svg').outerHTML") == whole


def test_the_address_keeps_the_choice_and_reset_takes_it_back(browser, mixed_path):
    browser.open(mixed_path)
    before = browser.run(ALL_TEXTS)
    assert browser.run("document.getElementById('wyczysc').hidden")
    browser.open(mixed_path, "#r5&gmina=Dolany&rola=" + quote("mieszkańcy"))
    browser.wait("document.documentElement.classList.contains('filtered')")
    assert browser.run("document.getElementById('filtr').elements.rola.value") == "mieszkańcy"
    assert browser.run("Math.abs(document.getElementById('r5').getBoundingClientRect().top) < 200")
    browser.run("document.querySelector('nav.toc a').click()")
    browser.wait("location.hash.startsWith('#r1&gmina=Dolany')")
    browser.run("document.getElementById('wyczysc').click()")
    browser.wait("location.hash === '#r1'")
    assert browser.run(ALL_TEXTS) == before
