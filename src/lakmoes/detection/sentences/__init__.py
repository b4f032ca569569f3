"""Sentences, list items, cells and other units of a page's text: see ``blocks``."""

from lakmoes.detection.sentences.blocks import units
from lakmoes.detection.sentences.unit import Unit, UnitKind

__all__ = ["Unit", "UnitKind", "units"]
