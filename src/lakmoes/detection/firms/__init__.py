"""Firms, their products and code names that may have to stay out of what is published.

In: all documents of a dossier with their findings, and the dossier's own terms. Out: further findings of kind
disadvantage (firms, products, projects) and operational (names of investigations), on every page where the
name stands, in any spelling, in file names and addresses too.

The way: names are read where the text says that a firm or a project follows (``mentions``, ``codenames``),
brought together to firms (``register``), looked up on every page (``search``) and weighed by what is said
around them (``signs``): a firm that lost, is complained of, or offered in confidence is asked, a firm whose
contract was made public stays. Numbers and products of such a firm follow it (``offers``).

Deliberately silent on firms without any sign of confidence: most names of firms are public.
"""

from lakmoes.detection.firms.gathering import firm_findings

__all__ = ["firm_findings"]
