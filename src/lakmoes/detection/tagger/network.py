"""The network that weighs words: hashed embeddings, traits, and windows of words.

In: spaCy documents. Out: per document a table of probabilities, a row per word (not for white space), a
column per label. A convolutional network after Honnibal (spaCy's ``tok2vec``: hashed embeddings, maxout
windows with residual connections), with the traits of words as an input of its own.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Linear,
    Maxout,
    Model,
    Softmax,
    chain,
    clone,
    concatenate,
    expand_window,
    list2ragged,
    ragged2list,
    residual,
    with_array,
)

from lakmoes.detection.tagger.layout import TRAITS_COLUMN, rows_of
from lakmoes.detection.tagger.traits import TRAITS

LABELS = ("O", "B", "I", "L", "U")
"""No name; first, inner and last word of a name of several words; name of one word."""
PIECES = 3

Network = Model[Any, Any]


@registry.architectures("lakmoes.PersonTagger.v1")
def person_tagger(width: int, depth: int, embed: int, rows: list[int]) -> Network:
    """The network.

    Args:
        width: Numbers per word within the network.
        depth: Windows of three words on top of each other.
        embed: Numbers per word and kind of letters.
        rows: Sizes of the tables for norm, shape, head and tail.
    """
    tables: list[Network] = [
        HashEmbed(embed, size, column=column, seed=column + 1, dropout=0.0)
        for column, size in enumerate(rows)
    ]
    mixed: Network = concatenate(*tables, chain(unpacked_traits(), Linear(embed, TRAITS)))
    embedded: Network = chain(
        mixed, Maxout(width, embed * (len(rows) + 1), nP=PIECES, dropout=0.0, normalize=True)
    )
    window: Network = residual(
        chain(expand_window(1), Maxout(width, width * 3, nP=PIECES, dropout=0.0, normalize=True))
    )
    encoded: Network = with_array(clone(window, depth), pad=depth)
    labelled: Network = with_array(Softmax(len(LABELS), width))
    return chain(word_rows(), chain(list2ragged(), with_array(embedded), ragged2list()), encoded, labelled)


def word_rows() -> Network:
    """From documents to rows of numbers."""

    def forward(model: Network, docs: list[Doc], is_train: bool) -> tuple[Any, Callable[[Any], list[Doc]]]:
        del model, is_train
        return [rows_of(doc) for doc in docs], lambda _: []

    return Model("word_rows", forward)


def unpacked_traits() -> Network:
    """From the column with traits to a table of noughts and ones."""
    bits = np.arange(TRAITS, dtype=np.uint64)

    def forward(model: Network, rows: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:
        del model, is_train
        column = rows[:, TRAITS_COLUMN : TRAITS_COLUMN + 1]
        table = ((column >> bits) & np.uint64(1)).astype(np.float32)
        return table, lambda _: np.zeros_like(rows)

    return Model("unpacked_traits", forward)
