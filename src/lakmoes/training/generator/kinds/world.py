"""Texts from outside the office: news, press messages, interviews, files of police, care and court.

In: a scene. Out: drafts of them; the prose comes from the pools of each field.
"""

from lakmoes.model import DocumentKind
from lakmoes.training.generator.drafts import Draft
from lakmoes.training.generator.filling import sentence_case
from lakmoes.training.generator.phrases import lines
from lakmoes.training.generator.scene import Scene

NEWS = (
    ("news", "news", "composed", "newsless", "capitalised", "composed_things"),
    ("news", "politics", "composed", "newsless"),
    ("politics", "newsless"),
    ("flemish", "flemish", "news", "newsless", "capitalised"),
    ("flemish", "politics", "newsless", "capitalised"),
    ("sports", "sports", "sports", "newsless", "capitalised"),
    ("culture", "culture", "news", "capitalised"),
)
CARE = ("Rapportage", "Zorgdossier", "Casusoverleg", "Verslag huisbezoek", "Overdracht")
LEGAL = ("Advies", "Uitspraak", "Beslissing op bezwaar", "Pleitnota")
STAFF = ("Personeelsdossier", "Gespreksverslag", "Beoordeling")
PARLIAMENT = ("Lijst van vragen", "Spreektekst", "Q&A", "Annotatie")
FIELDS = (
    (("care", "care", "care", "composed"), DocumentKind.NOTES, CARE),
    (("legal", "legal", "composed", "process"), DocumentKind.LEGAL_ADVICE, LEGAL),
    (("hr", "hr", "office", "composed"), DocumentKind.MEMO, STAFF),
    (("politics", "politics", "composed", "memoless"), DocumentKind.OTHER, PARLIAMENT),
)


def news(scene: Scene) -> Draft:
    """One to four items of a newspaper or news site."""
    blocks: list[str] = []
    for _ in range(scene.pick((1, 1, 2, 3, 4))):
        pools = scene.pick(NEWS)
        if pools[0] == "flemish" and not blocks:
            scene.move_south()
        heading = scene.pick(lines("headings_plain")) if scene.chance(0.2) else scene.sentence(*pools)
        blocks.append(heading.rstrip("."))
        if scene.chance(0.4):
            blocks.append(
                scene.say(scene.pick(("Door {full}", "{full}", "Van onze verslaggever {full}", "{place}")))
            )
        opening = f"{scene.say('{place}').upper()} - " if scene.chance(0.4) else ""
        blocks.append(opening + scene.paragraph(*pools, least=2, most=5))
        blocks += [scene.paragraph(*pools, least=1, most=5) for _ in range(scene.rng.randint(1, 4))]
    return Draft(kind=DocumentKind.NEWS, blocks=blocks)


def press(scene: Scene) -> Draft:
    """A press message with a contact for journalists."""
    blocks = [
        scene.pick(("Persbericht", "PERSBERICHT", "Nieuwsbericht")),
        scene.sentence("newsless", "politics").rstrip("."),
        scene.say("{place}, {date}"),
    ]
    blocks += [
        scene.paragraph("politics", "news", "newsless", "memoless") for _ in range(scene.rng.randint(2, 4))
    ]
    contact = "Noot voor de redactie: {person}, {function} van {organisation}, {telephone}."
    other = "Voor meer informatie: woordvoerder {full}, tel. {telephone}"
    blocks.append(scene.say(scene.pick((contact, other))))
    return Draft(kind=DocumentKind.NEWS, blocks=blocks)


def police_report(scene: Scene) -> Draft:
    """An official report of the police, in prose, with a head of particulars or questions and answers."""
    suspect = scene.person()
    form = scene.pick(("official", "capitals", "full", "inverted"))
    blocks = [
        scene.pick(
            ("PROCES-VERBAAL", "Proces-verbaal van bevindingen", "Proces-verbaal van verhoor", "Mutatie")
        ),
        scene.say("Registratienummer: {reference}"),
        *(f"{label}: {scene.name(form)}" for label in ("Verbalisant", "Hulpofficier") if scene.chance(0.6)),
        f"{scene.pick(('Verdachte', 'Betrokkene', 'Getuige', 'Aangever'))}\t{scene.name(form, suspect)}",
    ]
    for _ in range(scene.rng.randint(3, 6)):
        blocks.append(scene.paragraph("police", "police", "police", "composed", "procedure", least=1, most=5))
    blocks.append(
        scene.say(scene.pick(("Verbalisant,\n{official}", "{surname}\n{surname}", "{capitals}, {function}")))
    )
    return Draft(kind=DocumentKind.OFFICIAL_REPORT, blocks=blocks)


def interview(scene: Scene) -> Draft:
    """Interviews of a study, with or without names, sometimes with a table of who was spoken with."""
    blocks = [sentence_case(scene.say("Gespreksverslagen {subject}"))]
    if scene.chance(0.6):
        blocks.append(scene.pick(("Code\tFunctie\tNaam", "Respondent\tNaam\tFunctie")))
        form = scene.pick(("full", "official", "titled", "inverted"))
        for number, person in enumerate(scene.people(scene.rng.randint(3, 8)), start=1):
            name, function = scene.name(form, person), scene.say("{function}")
            cells = (function, name) if blocks[1].startswith("Code") else (name, function)
            blocks.append("\t".join((f"R{number:02d}", *cells)))
    for _ in range(scene.rng.randint(3, 7)):
        blocks.append(scene.paragraph("interview", "interview", "composed", "things_said", least=2, most=4))
    return Draft(kind=DocumentKind.REPORT, blocks=blocks)


def field_file(scene: Scene) -> Draft:
    """A file of care, court, personnel or parliament."""
    pools, kind, titles = scene.pick(FIELDS)
    blocks = [scene.pick(titles), scene.say(scene.pick(("{date}", "Betreft: {person}", "Zaak {reference}")))]
    for _ in range(scene.rng.randint(3, 7)):
        text = scene.paragraph(*pools, least=1, most=4)
        if kind is DocumentKind.NOTES and scene.chance(0.4):
            text = f"{scene.say('{date}')} {scene.name(scene.pick(('first', 'letters', 'surname')))}: {text}"
        blocks.append(text)
    return Draft(kind=kind, blocks=blocks)
