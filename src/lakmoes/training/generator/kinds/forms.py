"""Forms that somebody filled in.

In: a scene. Out: drafts of forms with labels and values; names stand in one field or in several.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.addresses import OUTSIDE, personal
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.persons import Person, marked
from lakmoes.training.generator.scene import Scene


def form(scene: Scene) -> Draft:
    """A form with labels and what was filled in."""
    blocks = [
        scene.say(scene.pick(("Aanvraagformulier {subject}", "Formulier {reference}", "Melding {subject}")))
    ]
    for person in scene.people(scene.pick((1, 1, 2, 3))):
        rows = [row for row in _fields(scene, person) if scene.chance(0.75)]
        gap = scene.pick(("\t", "\t", ": ", "\n"))
        written = [f"{label}{gap}{value}" for label, value in rows]
        blocks += written if "\t" in gap or scene.chance(0.4) else ["\n".join(written)]
    if scene.chance(0.6):
        blocks.append(f"Toelichting\t{scene.paragraph('citizen', 'citizenless', least=1, most=3)}")
    if scene.chance(0.6):
        handler = scene.pick(("Behandelaar", "Beoordeeld door", "Paraaf medewerker", "Ingevoerd door"))
        blocks.append(f"{handler}: {scene.name(scene.pick(('letters', 'official', 'first', 'surname')))}")
    return Draft(kind=DocumentKind.FORM, blocks=blocks)


def _fields(scene: Scene, person: Person) -> list[tuple[str, str]]:
    shout = scene.chance(0.1)
    return [(label, value.upper().replace("{N|", "{n|") if shout else value) for label, value in (
        *_name_fields(scene, person),
        ("Geboortedatum", scene.say("{born}")),
        ("Geboorteplaats", scene.say("{place}")),
        ("Straat en huisnummer", scene.say("{address}")),
        ("Woonplaats", scene.say("{place}")),
        ("Telefoon", scene.say("{telephone}")),
        ("E-mail", personal(scene.rng, person, scene.pick(OUTSIDE))),
        ("Werkgever", scene.say("{firm}")),
        ("Onderwerp", scene.say("{subject}")),
    )]  # fmt: skip


def _name_fields(scene: Scene, person: Person) -> list[tuple[str, str]]:
    """The name in one field or in several."""
    whole = scene.pick(
        ("Naam", "Naam aanvrager", "Naam melder", "Volledige naam", "Ten name van", "Contactpersoon")
    )
    other = scene.pick(
        ("Naam partner", "Gemachtigde", "Huisarts", "Leidinggevende", "Naam kind", "Naam getuige")
    )
    extra = (other, scene.name(scene.pick(("full", "official", "first", "inverted"))))
    if scene.chance(0.5):
        return [(whole, scene.name(scene.pick(("full", "official", "inverted", "capitals")), person)), extra]
    initials = marked(person.initials)
    first = scene.name("first", person)
    return [
        ("Achternaam", marked(person.tail)),
        (scene.pick(("Voornaam", "Voornamen", "Roepnaam")), first),
        ("Voorletters", initials if scene.chance(0.6) else f"{initials} / {first}"),
        extra,
    ]
