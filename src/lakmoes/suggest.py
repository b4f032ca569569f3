"""From findings to suggestions: ground, treatment and one sentence why.

In: the findings of one document, its kind, and the ground book of the dossier's law. Out: suggestions in the
order of the text. Only here does a finding get its legal meaning. Nothing is decided: people do that.
"""

from collections.abc import Iterable

from lakmoes.grounds import GroundBook
from lakmoes.model import KEPT_BY_MODEL, Finding, FindingKind, SourceDocument, Suggestion, Treatment

SETTINGS_ROLE = "vrijgesteld"
"""Role of persons whom ``dossier.toml`` exempts without naming a role."""


def suggest(
    document: SourceDocument, findings: Iterable[Finding], book: GroundBook
) -> tuple[Suggestion, ...]:
    """The suggestions for one document, sorted by place; findings below the policy's scores give none.

    Raises:
        UsageError: A term in ``dossier.toml`` names a ground that the law does not have.
    """
    proposed = (_suggestion(document, finding, book) for finding in findings)
    found = {suggestion.id: suggestion for suggestion in proposed if suggestion}
    return tuple(sorted(found.values(), key=_place))


def _place(suggestion: Suggestion) -> tuple[int, int, int, str]:
    span = suggestion.finding.span
    return span.page_index, span.start, -span.end, suggestion.finding.kind


def _suggestion(document: SourceDocument, finding: Finding, book: GroundBook) -> Suggestion | None:
    policy = book.policy[finding.kind]
    if document.kind in policy.never_in:
        return None
    if finding.role and (finding.kind is FindingKind.NAME or finding.role == KEPT_BY_MODEL):
        return _kept_for_role(finding, book)
    treatment = policy.treatment(finding.score)
    if treatment is None:
        return None
    code = finding.ground or policy.ground[book.law]
    grounds = () if treatment is Treatment.KEEP else (book[code].code,)
    return Suggestion(finding=finding, grounds=grounds, treatment=treatment, reason=policy.reason)


def _kept_for_role(finding: Finding, book: GroundBook) -> Suggestion:
    """A kept name or passage; a role that the policy does not know was given by ``dossier.toml``."""
    reason = book.exempt_roles.get(finding.role) or f"{book.exempt_roles[SETTINGS_ROLE]} ({finding.role})"
    return Suggestion(finding=finding, grounds=(), treatment=Treatment.KEEP, reason=reason)
