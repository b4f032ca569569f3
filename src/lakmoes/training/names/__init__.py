"""The trained model of names: what it learns from, how it learns, and how it is shipped.

In: a folder with public corpora (``corpora``), generated and written documents. Out: the spaCy pipeline of
the package, or one that goes on from it. The way: all sources become ``Sample`` values (``samples``), each
round sees them varied (``variation``), the component ``lakmoes_tagger`` learns (``fitting``), and the
pipeline is written with its figures (``shipping``).
"""
