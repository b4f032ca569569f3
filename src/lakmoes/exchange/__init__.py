"""Decisions that go out and come in: for colleagues, other programs and the archive.

In: what holds for documents, or files of others. Out: values to write, or bodies for the log with an account
of what could not be taken over. Reads and writes no PDF (``pdf.annotations``, ``pdf.xfdf``) and no store.
"""
