"""Polish text through spaCy: the language room.

``load_pipeline``
    The one door: a spaCy pipeline that sets sentences, lemmas, parts of speech, features, names,
    terms of social services and the marks of speech.
``PolishLemmatizer``
    The same for scikit-learn.

How a text goes through: ``tokens`` keeps spellings whole, ``boundaries`` cuts sentences
(``units`` where nothing is punctuated),
``readings`` asks Morfeusz what each word may be, ``candidates`` adds what its place allows,
``prior`` says how likely each candidate is before the sentence is seen, ``tagger`` chooses,
``names``, ``terms`` and ``speech`` add their marks. ``training`` rebuilds all weights.
"""

from qualcode.polish.lemmatizer import PolishLemmatizer
from qualcode.polish.pipelines import (
    blank_pipeline,
    describe_pipeline,
    language_remark,
    load_pipeline,
)

__all__ = [
    "PolishLemmatizer",
    "blank_pipeline",
    "describe_pipeline",
    "language_remark",
    "load_pipeline",
]
