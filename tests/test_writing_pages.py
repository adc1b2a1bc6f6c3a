"""The HTML page: what it holds, and what it does in a real browser."""

import itertools
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from page_study import choose, members, mixed_report, payload, show
from reports_study import build, hostile_report, plain_report

import qualcode
from qualcode.reading.codebooks import load_codebook
from qualcode.reports import report
from qualcode.tables import table
from qualcode.wording import NBSP
from qualcode.writing.targets import write


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return write(plain_report(), tmp_path_factory.mktemp("html") / "raport.html")


@pytest.fixture(scope="module")
def hostile_path(tmp_path_factory):
    return write(hostile_report(), tmp_path_factory.mktemp("html") / "zly.html")


# what the file holds


def test_the_page_asks_for_nothing(path):
    text = path.read_text("utf-8")
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", text)
    assert not re.search(r"url\(|@import", text)
    assert "default-src 'none'" in text
    assert "unsafe" not in re.search(r'Content-Security-Policy" content="([^"]+)"', text).group(1)
    assert '<html lang="pl">' in text


def test_each_number_of_the_page_has_its_statements(path):
    data = payload(path.read_text("utf-8"))
    for made in plain_report().tables:
        lists = data["tables"][made.id]["lists"]
        for (row, column), ids in made.cells.items():
            assert sorted(members(data, lists[str(column)][row])) == sorted(ids) if ids else True
        opened = {int(name) for name in lists if name.isdigit()}
        assert opened >= {column for (_, column), ids in made.cells.items() if ids}


def test_most_of_a_report_is_counted_anew_and_the_rest_is_known(path):
    data = payload(path.read_text("utf-8"))
    rules = {name: {item[0]: item[1] for item in made["columns"]} for name, made in data["tables"].items()}  # fmt: skip
    assert list(rules["bariera"].values()) == ["place", "n", "percent", "low", "high", "people", "meetings"]  # fmt: skip
    assert set(rules["usluga-grupa"].values()) == {"n"}
    assert "words" in rules["spotkania"].values()
    assert rules["lpdi"] == {}
    assert data["tables"]["lpdi"]["stale"]
    kept = [name for name, made in data["figures"].items() if not made.get("counted")]
    assert kept == ["nasycenie"]


def test_a_column_no_rule_gives_is_not_counted_anew():
    from dataclasses import replace

    from qualcode.reports.material import Material
    from qualcode.writing.recounts import Statements, recipe

    whole = mixed_report()
    known = Statements(Material(whole.study, whole.coder))
    made = whole.table("bariera")
    wrong = made.data.copy()
    wrong.iloc[1, 6] += 1
    rules = {item[0] for item in recipe(replace(made, data=wrong), known).columns}
    assert 6 not in rules
    assert 2 in rules


def test_speakers_are_not_on_the_page(path):
    text = path.read_text("utf-8")
    for name in ("Pani Ela", "Pan Jan", "Pani Zofia"):
        assert name not in text


def test_anchors_are_unique_and_headings_skip_no_level(path):
    text = path.read_text("utf-8").split("<script")[0]
    names = re.findall(r'\bid="([^"]+)"', text)
    assert len(names) == len(set(names))
    main = text[text.index("<main") : text.index("<dialog")]
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", main)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def luminance(colour):
    full = "".join(sign * 2 for sign in colour) if len(colour) == 3 else colour
    parts = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
    return sum(share * v for share, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def test_colours_are_readable_in_light_and_dark():
    style = Path(qualcode.__file__).with_name("writing").joinpath("page/page.css").read_text("utf-8")  # fmt: skip
    themes = re.findall(r"\{(--bg[^}]+)\}", style)
    assert len(themes) >= 3
    for theme in themes:
        colours = {name: luminance(value) for name, value in re.findall(r"--(\w+):#(\w+)", theme)}
        for ink in ("text", "soft", "ink", "focus"):
            for ground in ("bg", "pale"):
                light, dark = sorted((colours[ink], colours[ground]), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


# hostile text


def test_hostile_text_makes_no_element(hostile_path):
    text = hostile_path.read_text("utf-8")
    assert text.count("<script") == 2
    assert "<img" not in text
    assert "onerror=alert(1)>" not in text
    assert "<b>" not in text


def test_nothing_runs_and_nothing_leaves(browser, hostile_path):
    browser.open(hostile_path)
    assert browser.run("document.title").startswith("Tytuł </title>")
    assert browser.run("document.images.length") == 0
    show(browser, "bariera")
    choose(browser, gmina='=Gmina <b>"X"</b>')
    browser.run("document.querySelector('#t-bariera button.c').click()")
    browser.run("for (const d of document.querySelectorAll('details')) d.open = true")
    assert browser.run("document.querySelectorAll('#okno-lista li').length") > 1
    strange = "[...document.querySelectorAll('script, img, b, iframe, a')].filter(n => n.closest('main, dialog') && !n.hash).length"
    assert browser.run(strange) == 0
    assert browser.trouble() == []
    assert browser.requests() == {hostile_path.as_uri()}


NASTY = "javascript:alert(1)"


def test_hostile_names_and_links_stay_words(browser, tmp_path):
    said = [
        (f'O"Neil; <{NASTY}>', f'radna "{NASTY}"; <a href={NASTY}>', f"[klik]({NASTY}) nie ma kadr 👵🏽 ({n})", ("bariera.kadrowa",))
        for n in range(3)
    ]  # fmt: skip
    said.append(("אבי", 'sołtys\u202e"><svg onload=alert(3)>', "\u202eבוס 𝕏 nie ma busa", ("bariera.organizacyjna",)))  # fmt: skip
    study = build(load_codebook("cus"), [('a"><script>alert(4)</script>', {"gmina": NASTY}, said)])
    page = write(report(study), tmp_path / "zly.html")
    browser.open(page, f"#gmina={quote(NASTY)}&c=__proto__:0:0")
    assert browser.run("document.getElementById('filtr').elements.gmina.value") == NASTY
    assert not browser.run("document.getElementById('okno').open")
    links = browser.run("[...document.links].map(a => a.protocol)")
    assert set(links) == {"file:"}
    browser.run("document.querySelector('blockquote a').click()")
    browser.wait("document.getElementById('okno').open")
    assert "nie ma" in browser.run("document.getElementById('okno-lista').textContent")
    browser.open(page, '#c="><img src=x onerror=alert(5)>:0:0&s=<b>')
    assert browser.trouble() == []
    assert {address.split("#")[0] for address in browser.requests()} == {page.as_uri()}


# from a number to its statements and back


def test_a_number_opens_its_statements_by_keyboard_and_closes(browser, path):
    browser.open(path)
    show(browser, "bariera")
    browser.run("document.querySelector('#t-bariera button.c').focus()")
    browser.press("ArrowDown")
    browser.press("ArrowRight")
    browser.press("Home")
    browser.press("Enter")
    assert browser.run("document.getElementById('okno').open")
    assert browser.run("document.querySelectorAll('#okno-lista li').length") == 6
    assert browser.run("document.querySelector('#okno-lista mark').textContent") in ("Nie", "Gmina")
    assert "c=bariera" in browser.run("decodeURIComponent(location.hash)")
    browser.press("Escape")
    browser.wait("!document.getElementById('okno').open && !location.hash.includes('c=')")
    assert browser.run("document.activeElement.dataset.c").startswith("bariera:0")


def test_the_back_button_closes_the_window(browser, path):
    browser.open(path)
    show(browser, "bariera")
    place = browser.run("scrollY")
    browser.run("document.querySelector('#t-bariera button.c').click()")
    assert browser.run("document.getElementById('okno').open")
    browser.run("history.back()")
    browser.wait("!document.getElementById('okno').open")
    browser.wait("document.activeElement.dataset.c !== undefined")
    assert browser.run("scrollY") == place


def test_a_table_is_one_stop_of_the_tab_key(browser, path):
    browser.open(path)
    show(browser, "usluga-grupa")
    stops = "document.querySelectorAll('#t-usluga-grupa [tabindex=\"0\"]').length"
    assert browser.run(stops) == 1
    browser.run("document.querySelector('#t-usluga-grupa button.c').focus()")
    browser.press("End")
    assert browser.run(stops) == 1
    last = browser.run("document.activeElement === [...document.querySelectorAll('#t-usluga-grupa button.c')].at(-1)")  # fmt: skip
    assert last


def test_numbers_and_charts_have_names_for_who_cannot_see(browser, path):
    browser.open(path)
    show(browser, "bariera")
    label = browser.run("document.querySelector('#t-bariera button.c').getAttribute('aria-label')")
    assert label == "Finansowa, Wypowiedzi: 6"
    nameless = "[...document.querySelectorAll('main svg, .mark')].filter(n => !(n.getAttribute('aria-label') || n.querySelector('title')?.textContent)).length"
    assert browser.run(nameless) == 0
    bare = "[...document.querySelectorAll('input, select')].filter(n => !n.labels.length).length"
    assert browser.run(bare) == 0


def test_marks_of_charts_open_too(browser, path):
    browser.open(path)
    browser.run("document.querySelector('#w-bariera-slupki .mark').focus()")
    browser.press("Enter")
    assert browser.run("document.querySelectorAll('#okno-lista li').length") == 6


def test_evidence_lights_up_only_as_whole_words(browser, tmp_path):
    said = [("A", "radny", "i wiedzieli, i nie ma nikogo", ("bariera.kadrowa",))]
    page = write(report(build(load_codebook("cus"), [("w", {}, said)])), tmp_path / "r.html")
    browser.open(page)
    marks = browser.run("[...document.querySelectorAll('#lista mark')].map(m => m.textContent)")
    assert marks == ["i", "i"]


def test_an_address_leads_to_a_number_and_to_a_statement(browser, path):
    browser.open(path, "#c=" + quote("bariera:0:2"))
    browser.wait("document.getElementById('okno').open")
    assert "Finansowa, Wypowiedzi" in browser.run("document.getElementById('okno-tytul').textContent")  # fmt: skip
    browser.open(path)
    browser.run("document.querySelector('blockquote a').click()")
    browser.wait("document.getElementById('okno').open")
    assert browser.run("document.querySelectorAll('#okno-lista li').length") == 1


# the clipboard, print, small screens

READ = "navigator.clipboard.read().then(async i=>(await i[0].getType('%s')).text()).then(b=>b)"


def test_the_paste_button_fills_the_clipboard(browser, path):
    browser.open(path)
    browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    browser.run("document.querySelector('#t-bariera').closest('.tabela').querySelector('[data-copy]').click()")  # fmt: skip
    html = browser.run(READ % "text/html")
    assert "Tabela 3. Bariera rozwoju usług" in html
    assert "<table" in html
    assert "class=" not in html
    assert "<button" not in html
    assert html.count("border:1px solid") > 20 or html.count("border: 1px solid") > 20
    plain = browser.run(READ % "text/plain")
    assert plain.split("\n")[0].split("\t")[1] == "Bariera rozwoju usług"
    assert "16,7" in plain


def test_a_pasted_table_says_what_was_chosen(browser, mixed_path):
    browser.open(mixed_path)
    browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    choose(browser, gmina="Dolany")
    browser.run("document.querySelector('#t-pytania').closest('.tabela').querySelector('[data-copy]').click()")  # fmt: skip
    html = browser.run(READ % "text/html")
    assert "[wybór – gmina: Dolany]" in html
    assert "dotyczy całego materiału" in html
    whole = len(table(mixed_report().study))
    assert f"n{NBSP}={NBSP}{whole}" not in html


def test_hostile_cells_are_pasted_as_words(browser, hostile_path):
    browser.open(hostile_path)
    browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    browser.run("document.querySelector('#t-uczestnicy').closest('.tabela').querySelector('[data-copy]').click()")  # fmt: skip
    html = browser.run(READ % "text/html")
    assert "alert(1)" in html
    assert "<script" not in html


def test_the_page_prints(browser, path):
    browser.open(path)
    assert browser.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("width", [390, 768, 1366])
def test_the_page_fits_the_screen(browser, mixed_path, width):
    browser.size(width, 800)
    try:
        browser.open(mixed_path)
        assert browser.run("document.documentElement.scrollWidth <= innerWidth")
        choose(browser, gmina="Dolany")
        assert browser.run("document.querySelector('.bar-top').offsetHeight") < 200
        assert browser.run("document.documentElement.scrollWidth <= innerWidth")
    finally:
        browser.size(1366, 768)
