"""Polish text through spaCy: the language room.

One door: :func:`load_pipeline` returns a spaCy pipeline.
"""

from qualcode.polish.pipelines import load_pipeline

__all__ = ["load_pipeline"]
