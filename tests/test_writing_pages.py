"""The HTML page: what it holds, and what it does in a real browser."""

import json
import re

import chromium
import pytest
from reports_study import hostile_report, plain_report

from qualcode.writing.targets import write


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return write(plain_report(), tmp_path_factory.mktemp("html") / "raport.html")


@pytest.fixture(scope="module")
def hostile_path(tmp_path_factory):
    return write(hostile_report(), tmp_path_factory.mktemp("html") / "zly.html")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    if chromium.PROGRAM is None:
        pytest.skip("needs Chromium")
    with chromium.Browser(tmp_path_factory.mktemp("profil")) as page:
        yield page


def payload(text):
    found = re.search(r'<script type="application/json" id="dane">(.*?)</script>', text, re.DOTALL)
    return json.loads(found.group(1))


def test_the_page_asks_for_nothing(path):
    text = path.read_text("utf-8")
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", text)
    assert not re.search(r"url\(|@import", text)
    assert "default-src 'none'" in text
    assert '<html lang="pl">' in text


def test_each_number_of_the_page_has_its_statements(path):
    text = path.read_text("utf-8")
    data = payload(text)
    keys = re.findall(r'data-c="([^"]+)"', text.split("<script>")[0])
    assert len(keys) > 100
    assert set(keys) <= set(data["cells"])
    assert all(
        0 <= place < len(data["segments"]) for ids in data["cells"].values() for place in ids
    )


def test_speakers_are_not_on_the_page(path):
    text = path.read_text("utf-8")
    for name in ("Pani Ela", "Pan Jan", "Pani Zofia"):
        assert name not in text


def test_hostile_text_makes_no_element(hostile_path):
    text = hostile_path.read_text("utf-8")
    assert text.count("<script") == 2
    assert "<img" not in text
    assert "onerror=alert(1)>" not in text
    assert "<b>" not in text


def test_anchors_are_unique(path):
    names = re.findall(r'\bid="([^"]+)"', path.read_text("utf-8"))
    assert len(names) == len(set(names))


def test_nothing_runs_and_nothing_leaves(browser, hostile_path):
    browser.open(hostile_path)
    assert browser.run("document.title").startswith("Tytuł </title>")
    assert browser.run("document.images.length") == 0
    browser.run("document.querySelector('button.c').click()")
    assert (
        browser.run("document.querySelectorAll('#okno-lista script, #okno-lista img').length") == 0
    )
    assert browser.trouble() == []
    assert browser.requests() == {hostile_path.as_uri()}


def test_a_number_opens_its_statements_by_keyboard_and_closes(browser, path):
    browser.open(path)
    browser.run("document.querySelector('#t-bariera button.c').focus()")
    browser.press("Enter")
    assert browser.run("document.getElementById('okno').open")
    assert browser.run("document.querySelectorAll('#okno-lista li').length") == 6
    assert browser.run("document.querySelector('#okno-lista mark').textContent") in ("Nie", "Gmina")
    assert "c=bariera" in browser.run("decodeURIComponent(location.hash)")
    browser.press("Escape")
    assert not browser.run("document.getElementById('okno').open")


def test_marks_of_charts_open_too(browser, path):
    browser.open(path)
    browser.run("document.querySelector('#w-bariera-slupki .mark').focus()")
    browser.press("Enter")
    assert browser.run("document.querySelectorAll('#okno-lista li').length") == 6


def test_the_filter_counts_anew(browser, path):
    browser.open(path)
    browser.run(
        "const f=document.getElementById('filtr'); f.elements.gmina.value='Dolany';"
        "f.dispatchEvent(new Event('input'))"
    )
    assert "18" in browser.run("document.getElementById('ile').textContent")
    shown = browser.run("document.querySelector('#w-bariera-slupki .mark text.value').textContent")
    assert shown == "3"
    # tables stay as they are printed, and the page says so
    assert browser.run("document.querySelector('#t-bariera button.c').textContent") == "6"
    assert "tabele pokazują cały materiał" in browser.run("document.getElementById('status').textContent")  # fmt: skip


def test_an_address_leads_to_a_number(browser, path):
    browser.open(path)
    browser.run("location.hash='#c='+encodeURIComponent('bariera:0:2')")
    assert browser.run("new Promise(r=>setTimeout(()=>r(document.getElementById('okno').open),50))")


def test_the_paste_button_fills_the_clipboard(browser, path):
    browser.open(path)
    browser.send("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    browser.run("document.querySelector('[data-copy=\"t-bariera\"]').click()")
    read = "navigator.clipboard.read().then(async i=>(await i[0].getType('%s')).text()).then(b=>b)"
    html = browser.run(read % "text/html")
    assert "Tabela 3. Bariera rozwoju usług" in html
    assert "<table" in html
    assert "class=" not in html
    assert "<button" not in html
    assert html.count("border:1px solid") > 20
    plain = browser.run(read % "text/plain")
    assert plain.split("\n")[0].split("\t")[1] == "Bariera rozwoju usług"
    assert "16,7" in plain


def test_the_page_prints(browser, path):
    browser.open(path)
    assert browser.pdf().startswith(b"%PDF")
