"""Trains the pipeline of the package: ``python -m lakmoes.training.names DATA_FOLDER [FOLDER]``."""

import sys
from pathlib import Path

from lakmoes.detection.pipeline import SHIPPED
from lakmoes.training.names.shipping import FIELDS, WRITTEN, train


def main() -> None:
    """Trains on the data folder named on the command line; writes to a folder, by default the package's."""
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else SHIPPED
    found = train(Path(sys.argv[1]), [WRITTEN / field for field in FIELDS], out, _say)
    _say(f"namen precies: precisie {found.exact.precision:.3f}, gevonden {found.exact.recall:.3f}")
    _say(f"woorden van namen: precisie {found.words.precision:.3f}, gevonden {found.words.recall:.3f}")


def _say(message: str) -> None:
    sys.stdout.write(message + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
