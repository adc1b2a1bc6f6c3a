"""The chat of a meeting: what people wrote apart from what Zoom adds."""

import pytest
from test_formats import read, turns

BEGIN = (
    "16:05:40\t From Anna Lis to Everyone : Brakuje żłobka\n16:06:02\t From Jan Kos to Everyone : "
)
END = "\n16:09:00\t From Ewa Bąk to Everyone : Bus\n"


def chat(tmp_path, message):
    return read(tmp_path, "meeting_saved_chat.txt", BEGIN + message + END)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ('Replying to "Brakuje żłobka"\n\nA ja się nie zgadzam', "A ja się nie zgadzam"),
        ('Replying to "Klub „Senior” jest..."\n\nTak', "Tak"),
        ('Replying to "Brakuje żłobka..." Nie zgadzam się', "Nie zgadzam się"),
        ('Replying to "Brakuje\nżłobka"\n\nA ja "się" nie zgadzam', 'A ja "się" nie zgadzam'),
        ("Odpowiedź na „Brakuje żłobka”\n\nA ja się nie zgadzam", "A ja się nie zgadzam"),
        ("Odpowiedź na „pytanie 2” brzmi: nie", "Odpowiedź na „pytanie 2” brzmi: nie"),
        ("Replying to wiadomość: nie", "Replying to wiadomość: nie"),
    ],
)
def test_an_answer_does_not_repeat_what_it_answers(tmp_path, message, said):
    study = chat(tmp_path, message)
    assert turns(study) == [("Anna Lis", "Brakuje żłobka"), ("Jan Kos", said), ("Ewa Bąk", "Bus")]
    whole = study.transcripts[0].text
    assert all(word in whole for word in message.split())


@pytest.mark.parametrize(
    "message",
    [
        'Reacted to "Brakuje żłobka" with 👍',
        'Removed a 👍 reaction from "Brakuje żłobka"',
        "Zareagowano na „Brakuje żłobka” za pomocą 👍",
    ],
)
def test_reactions_are_no_statements(tmp_path, message):
    study = chat(tmp_path, message)
    assert turns(study) == [("Anna Lis", "Brakuje żłobka"), ("Ewa Bąk", "Bus")]
    assert message in study.transcripts[0].text
