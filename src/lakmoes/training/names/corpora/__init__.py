"""Readers of public corpora, a module each: from their files to ``Sample`` values.

None of these corpora is part of the package; ``docs/detection.md`` says where each belongs in the data
folder and under which licence a model may be trained on it. CoNLL-2002 has no reader here: it may only be
measured on.
"""
