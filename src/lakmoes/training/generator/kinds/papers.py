"""Documents with remarks in the margin or tracked changes, presentations, and reports with literature.

In: a scene. Out: drafts of them.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.filling import sentence_case
from lakmoes.training.generator.persons import Person, marked
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.scene import Scene


def commented(scene: Scene) -> Draft:
    """A draft with remarks beside or below its paragraphs, each with its author."""
    people = scene.people(scene.rng.randint(2, 5))
    style = scene.rng.randrange(5)
    form = scene.pick(("letters", "letters", "inverted", "full", "official", "surname"))
    blocks = [f"CONCEPT {scene.say('{document} – {date}')}"]
    if scene.chance(0.5):
        blocks += history(scene)
    number = 0
    for _ in range(scene.rng.randint(4, 9)):
        paragraph = scene.paragraph(
            "memoless", "process", "things_said", "memo", "composed", "composed_things", least=1, most=3
        )
        if scene.chance(0.75):
            number += 1
            remark = _remark(scene, style, scene.name(form, scene.pick(people)), number)
            blocks += [f"{paragraph}\t{remark}"] if scene.chance(0.5) else [paragraph, remark]
        else:
            blocks.append(paragraph)
    return Draft(kind=DocumentKind.ATTACHMENT, blocks=blocks)


def _remark(scene: Scene, style: int, author: str, number: int) -> str:
    text = scene.sentence("remarks")
    changed = scene.say(scene.pick(("Verwijderd: {topic}", "Ingevoegd: {topic}", "Opmaak: Cursief")))
    date = scene.say("{date} {time}").removesuffix(" uur")
    return (
        f"Met opmerkingen [{author}{number}]: {text}",
        f"Opmerking [{author}{scene.pick(('', str(number)))}]: {text}",
        f"{author}\n{date}\n{text}",
        f"[{author}, {date}] {scene.pick((text, changed))}",
        f"Commented [{author}{number}]: {text}",
    )[style]


def history(scene: Scene) -> list[str]:
    """Who made which version: the properties of a file, or a table of versions."""
    form = scene.pick(("surname", "official", "inverted", "letters", "full", "first"))
    if scene.chance(0.5):
        saved = f"Laatst opgeslagen door: {scene.name(form)} op {scene.say('{date} {clock}')}"
        return [f"{scene.pick(('Auteur', 'Auteur(s)', 'Eigenaar'))}: {scene.name(form)} | {saved}"]
    blocks = [scene.pick(("Versie\tDatum\tAuteur\tWijziging", "Versie\tDatum\tDoor\tOpmerkingen"))]
    for version in range(1, scene.rng.randint(3, 6)):
        change = scene.say(
            scene.pick(("eerste opzet", "opmerkingen {surname} verwerkt", "{topic} toegevoegd"))
        )
        blocks.append(f"0.{version}\t{scene.say('{date}')}\t{scene.name(form)}\t{change}")
    return blocks


def contract(scene: Scene) -> Draft:
    """An agreement between a body and a firm or a person."""
    blocks = ["OVEREENKOMST", "De ondergetekenden:"]
    blocks += [f"{number}. {scene.sentence('contract')}" for number in (1, 2)]
    for number in range(1, scene.rng.randint(4, 8)):
        blocks.append(f"Artikel {number}\n{scene.paragraph('contract', 'contractless', least=1, most=3)}")
    form = scene.pick(("official", "full", "titled"))
    signed = "\t".join(scene.name(form, person) for person in scene.people(2))
    blocks += [scene.say("{organisation}\t{firm}"), signed, scene.say("{function}\t{function}")]
    return Draft(kind=DocumentKind.OTHER, blocks=blocks)


def slides(scene: Scene) -> Draft:
    """A presentation: few words a line."""
    blocks = [
        sentence_case(scene.say("{subject}")),
        scene.say(scene.pick(("{full}\n{date}", "{organisation}", "{fulls}"))),
    ]
    for _ in range(scene.rng.randint(3, 7)):
        blocks.append(scene.sentence("slides"))
        sign = scene.pick(("• ", "- ", "", "▪ "))
        blocks.append("\n".join(f"{sign}{scene.sentence('slides')}" for _ in range(scene.rng.randint(2, 5))))
    return Draft(kind=DocumentKind.PRESENTATION, blocks=blocks)


def report(scene: Scene) -> Draft:
    """A research report: authors, chapters with references, literature."""
    authors = scene.people(scene.rng.randint(1, 4))
    form = scene.pick(("official", "full", "person"))
    blocks = [
        sentence_case(scene.say("{subject}: eindrapport")),
        scene.pick((", ", "\n", " & ", " en ")).join(scene.name(form, it) for it in authors),
        scene.say("{organisation}, {month} {year}"),
    ]
    if scene.chance(0.5):
        blocks.append(scene.say("Begeleidingscommissie: {persons} ({organisation}), {person} ({firm})."))
    for number in range(1, scene.rng.randint(3, 6)):
        blocks.append(f"{number} {sentence_case(scene.say('{subject}'))}")
        for _ in range(scene.rng.randint(1, 3)):
            text = scene.paragraph(
                "memoless", "interview", "process", "things_said", "legal", least=2, most=4
            )
            blocks.append(f"{text} {_cited(scene)}" if scene.chance(0.6) else text)
    blocks += [scene.pick(("Literatuur", "Bronnen", "Geraadpleegde literatuur")), *_literature(scene)]
    return Draft(kind=DocumentKind.REPORT, blocks=blocks)


def _cited(scene: Scene) -> str:
    return scene.say(
        scene.pick(
            (
                "Dit sluit aan bij {surname} ({year}).",
                "Zie ook {surname} & {surname} ({year}, p. {number}).",
                "{surname} e.a. ({year}) vonden hetzelfde.",
                "({surname} en {surname}, {year})",
                "({surname}, {year}; {surname} et al., {year})",
                "Volgens {surname} ({year}) speelt {topic} een rol.",
            )
        )
    )


def _literature(scene: Scene) -> list[str]:
    return [_title(scene, scene.people(scene.pick((1, 1, 2, 3)))) for _ in range(scene.rng.randint(3, 8))]


def _title(scene: Scene, authors: list[Person]) -> str:
    names = [marked(f"{it.family}, {it.initials} {it.interfix}".strip()) for it in authors]
    if scene.chance(0.3):
        names = [scene.name("official", it) for it in authors]
    title = sentence_case(scene.say("{subject}"))
    source = scene.pick(
        (
            f"{scene.pick(lines('journals'))} {scene.rng.randint(1, 40)}({scene.rng.randint(1, 6)})",
            f"{scene.say('{place}')}: {scene.pick(lines('presses'))}",
        )
    )
    between = scene.pick((" & ", " en ", ", "))
    return scene.say(f"{between.join(names)} ({{year}}). {title}. {source}.")
