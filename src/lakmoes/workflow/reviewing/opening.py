"""Opens a dossier for reviewing.

In: an ``Order``. Out: a ``Desk`` that lasts as long as its context and holds the dossier file all that time.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from lakmoes.workflow.analysing import Progress
from lakmoes.workflow.opening import Order, opened
from lakmoes.workflow.preparing import prepared
from lakmoes.workflow.reviewing.desk import Desk
from lakmoes.workflow.run import refusals


@contextmanager
def opened_desk(order: Order, progress: Progress) -> Iterator[Desk]:
    """The desk of a dossier, its documents read and searched where that was not done yet.

    Raises:
        UsageError: The folder or ``dossier.toml`` is not right.
        IntakeError: The zip cannot be unpacked.
        DossierError: The dossier is in use, or its file cannot be used.
    """
    with opened(order) as dossier:
        failures = refusals(dossier)
        desk = Desk(dossier, prepared(dossier, progress, failures), failures)
        try:
            yield desk
        finally:
            desk.close()
