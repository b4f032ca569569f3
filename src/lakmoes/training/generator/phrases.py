"""The stock of sentences, phrases and words in ``stock/``, one a line.

In: the data files beside the package. Out: their lines, without remarks (``#``) and empty lines. All were
written for this project. What stands in braces is a slot: see ``filling``.
"""

import functools
from importlib.resources import files

PACKAGE = "lakmoes.training.generator"


@functools.cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of ``stock/<name>.txt``."""
    text = files(PACKAGE).joinpath("stock", f"{name}.txt").read_text(encoding="utf-8")
    return tuple(line.rstrip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
