"""``python -m qualcode.polish.training TREEBANKS`` rebuilds ``models/pl_qualcode``."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from qualcode.polish.training.build import STEPS, build


def main() -> None:
    """Read the command line and rebuild the model."""
    parser = argparse.ArgumentParser(
        prog="python -m qualcode.polish.training",
        description="Uczy od nowa wagi potoku pl_qualcode z folderu korpusów drzew.",
    )
    parser.add_argument("treebanks", type=Path, help="folder z plikami pud, mpdt, nkjp")
    parser.add_argument("-o", "--output", type=Path, default=Path("models/pl_qualcode"))
    parser.add_argument("--corpora", type=Path, default=Path("corpora/mowa"))
    parser.add_argument("--only", choices=STEPS, action="append", help="tylko ten krok")
    options = parser.parse_args()
    started = time.time()
    for line in build(
        options.treebanks, options.output, options.corpora, steps=options.only or STEPS
    ):
        sys.stderr.write(f"{time.time() - started:6.0f} s  {line}\n")


main()
