"""Studies for the tests of reports and files: one with hostile text, one with several gminas."""

import functools

from qualcode.reading.codebooks import load_codebook
from qualcode.reports import report
from qualcode.study import CODINGS, FACILITATOR, SEGMENTS, Study, Transcript, address, frame

HOSTILE = [
    (
        'Pan „Zły” <b>; "Jan"',
        "sołtys <script>alert(1)</script>",
        "<script>document.title='x'</script> nie ma kto pracować </script><img src=x onerror=alert(1)>",
    ),
    ('=HYPERLINK("x")', "mieszkanka", '=HYPERLINK("http://a.example";"klik") pieniędzy nie ma'),
    ("@anna", "mieszkanka", "+48 to numer, -1 stopni, @ktoś, 👵🏽🚌 i 𝕏"),
    ("רחל", "uchodźczyni", "שלום אין אוטובוס a u nas brak busa"),
    ("tab", "radny", "\tpo tabulatorze ]]> --> <!-- {{x}} \\textbf{z} $a_b^c$ ~ # & 50%"),
    ("ster\u202e", "radny", "tekst \u202eodwrócony\u202c dalej \u0007 i \u2028 koniec | kreska"),
]
PLAIN = [
    ("Prowadząca", FACILITATOR, "Jakie są bariery?", ()),
    ("Pani Ela", "mieszkanka", "Nie ma kto pracować, opiekunki odchodzą do marketu.", ("bariera.kadrowa", "usluga.opiekuncza", "grupa.starsi")),
    ("Pan Jan", "sołtys", "Gmina nie ma pieniędzy na asystentów, a to jest potrzebne.", ("bariera.finansowa", "usluga.asystencka", "priorytet.opieka")),
    ("Pani Ola", "mieszkanka", "Boję się, że zostaniemy sami z tym wszystkim na wsi.", ("glos.obawa",)),
    ("Pani Zofia", "dyrektorka MOPS", "Mam nadzieję, że ruszy dzienny dom, to nasz cel na ten rok.", ("glos.nadzieja", "usluga.dzienna", "plan.cel", "grupa.starsi")),
    ("Pan Adam", "radny", "Proponuję, żeby bus woził ludzi do lekarza dwa razy w tygodniu.", ("glos.pomysl", "priorytet.dostepnosc_i_transport", "usluga.transportowa")),
    ("Pani Ela", "mieszkanka", "No i tyle.", ()),
]  # fmt: skip


def build(codebook, meetings, coder="m", title="Diagnoza"):
    """Build a study from (id, meta, turns); a turn is (speaker, role, text, codes)."""
    transcripts, rows, codings = [], [], []
    for name, meta, turns in meetings:
        text = ""
        for speaker, role, said, codes in turns:
            text += f"{speaker}: "
            start, text = len(text), f"{text}{said}\n"
            segment = address(name, start, start + len(said))
            row = (segment, name, start, start + len(said), float("nan"), speaker, role, "Jakie są bariery?", said)  # fmt: skip
            rows.append(row)
            if role != FACILITATOR:
                words = said.split()[0]
                codings += [(segment, code, coder, 0.75, words) for code in codes or ("",)]
        transcripts.append(Transcript(name, text, meta))
    return Study(
        codebook,
        tuple(transcripts),
        frame(SEGMENTS, rows),
        frame(CODINGS, codings),
        (),
        {"title": title},
    )


def hostile_study(codebook):
    turns = [
        (who, role, said, ("bariera.kadrowa", "grupa.starsi", "glos.obawa") if n % 2 else ("bariera.finansowa", "usluga.opiekuncza"))
        for n, (who, role, said) in enumerate(HOSTILE * 2)
    ]  # fmt: skip
    meta = {"gmina": '=Gmina <b>"X"</b>', "date": "2024-05-05"}
    return build(codebook, [("zly", meta, turns)], title="Tytuł </title><script>alert(2)</script>")


def plain_study(codebook, gminy=("Żabin", "Dolany")):
    meetings = [
        (f"w{n}", {"gmina": name, "powiat": "moreński", "date": f"2024-0{n % 9 + 1}-14"}, PLAIN * 3)
        for n, name in enumerate(gminy)
    ]
    return build(codebook, meetings)


@functools.cache
def plain_report():
    """Return the report of the plain study, made and drawn once for all tests."""
    return report(plain_study(load_codebook("cus")))


@functools.cache
def hostile_report():
    return report(hostile_study(load_codebook("cus")))
