"""Sensitive passages: sentences, list items and cells that say more than the public may read.

In: documents and their pages. Out: findings. ``layout`` and ``zones`` read the document, ``context`` brings
together what is known of each sentence, ``features`` names what weighs, ``judge`` weighs it, ``classifier``
makes findings of it, ``personal`` finds remarks on people's private lives by rules.
"""

from lakmoes.detection.passages.classifier import PassageClassifier

__all__ = ["PassageClassifier"]
