"""What people decided, folded into what holds.

In: suggestions and the log of decisions. Out: the ``ReviewState`` of each document: what is redacted, kept,
open or stale. Nothing here writes, and nothing reads a PDF.

``log`` says which entries hold, ``attaching`` brings decisions back to the text that they are about after
another detection, ``state`` folds them, ``undo`` takes acts back. ``people`` are the persons after mergers
and splits, ``groups`` the suggestions that are alike, ``consistency`` what was decided differently on the
same. ``second`` is the second reviewer's part, ``blocking`` and ``publishing`` say what is left to do,
``population`` and ``sampling`` are the sample of what was not marked, ``trail`` and ``wording`` tell the log
in words.
"""

from lakmoes.review.attaching import Attached, attach
from lakmoes.review.log import Log
from lakmoes.review.state import review

__all__ = ["Attached", "Log", "attach", "review"]
