"""The trained part of the spaCy pipeline: which words of a page are the name of a person, and how sure.

In: spaCy documents. Out: entities with a score. The way: what is known of a word (``traits``), what stands
around it (``layout``), a small network over both (``network``), the best row of labels (``decoding``), and
the component that puts them together (``component``). Learns nothing by itself: see ``training.names``.
"""
