"""What a recognizer finds in a text, in a form that fits in a table of cases."""

from lakmoes.detection.recognizer import Hit, Recognizer
from lakmoes.model import FindingKind


def hits_in(recognizer: Recognizer, text: str) -> list[Hit]:
    """All hits in order of place."""
    return sorted(recognizer.find(text), key=lambda hit: (hit.start, hit.end))


def found_in(recognizer: Recognizer, text: str, kind: FindingKind | None = None) -> list[str]:
    """The distinct texts found, of one kind or of all, in order of place."""
    hits = [hit for hit in hits_in(recognizer, text) if kind is None or hit.kind is kind]
    return list(dict.fromkeys(text[hit.start : hit.end] for hit in hits))


def best_score(recognizer: Recognizer, text: str) -> float:
    """The best score of all hits, 0 where there is none."""
    return max((hit.score for hit in recognizer.find(text)), default=0.0)
