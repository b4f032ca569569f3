"""Passages on another subject than the request, in documents that were found for the request.

In: all documents of a dossier and, where its settings have one, the scope in a few words. Out: findings of
kind out-of-scope, always to be asked. No ground of law, but practice: what the request does not cover is not
disclosed with it.

A passage is proposed only where the text itself turns to something else (``turns``) and its words are
strangers in the dossier (``subject``). Deliberately silent without such a turn: a subject that is merely rare
is not another one.
"""

from lakmoes.detection.scope.passages import scope_findings

__all__ = ["scope_findings"]
