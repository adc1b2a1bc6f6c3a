"""People who cannot be recognised in the results.

``mask``
    Names, places below the gmina and numbers replaced throughout a study.
``unmask``
    The way back, with the key file.
``identifiers``, ``doubts``
    What points at people, and what a person should look at.
``risks``, ``suppress``
    How many people share gmina, role and group, and how to hide those who are too few.
``blank``
    Small cells of a finished table of counts, and those that would give them away.
"""

from qualcode.privacy.anonymity import risks, suppress
from qualcode.privacy.detection import doubts, identifiers
from qualcode.privacy.masking import mask
from qualcode.privacy.smallcells import blank
from qualcode.privacy.unmasking import unmask

__all__ = ["blank", "doubts", "identifiers", "mask", "risks", "suppress", "unmask"]
