"""Which role a name bears at one place.

In: the findings and sightings of the place, and the identities. Out: a role, empty where there is none.
Fail closed: a role spreads only where every person who may be meant has it. A role known from a bare surname
(``minister Bakker``) never spreads to a form with initials or a first name: that may be an official. No role
spreads to half a name, a short form or a misspelling.
"""

from collections.abc import Sequence

from lakmoes.persons.identities import Identity
from lakmoes.persons.joining import Joined
from lakmoes.persons.sightings import Sighting


def role_at(name: Joined, identities: Sequence[Identity]) -> str:
    """The role that the text gives at this place, else that of the person, else none."""
    written = sorted(
        (finding for finding in name.findings if finding.role),
        key=lambda finding: (finding.span.start - finding.span.end, finding.role),
    )
    if written:
        return written[0].role
    roles = {_spread(sighting, identities) for sighting in name.sightings}
    return roles.pop() if len(roles) == 1 else ""


def _spread(sighting: Sighting, identities: Sequence[Identity]) -> str:
    if sighting.doubtful:
        return ""
    roles = {_role_of(identities[owner], sighting.sure) for owner in sighting.owners}
    return roles.pop() if len(roles) == 1 else ""


def _role_of(identity: Identity, sure: bool) -> str:
    known = identity.exempt or any(mention.identified for mention in identity.mentions)
    return identity.role if known or not sure else ""
