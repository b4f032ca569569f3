"""What is printed on the pages of a document, as the settings of the dossier have it.

In: a dossier, one of its documents and its plan. Out: the ``Stamp`` of the document. The running number
counts the pages of all documents in the order of the inventory, published or not: no decision changes it.
"""

from collections.abc import Iterable, Mapping

from lakmoes import nl
from lakmoes.dossier.settings import LabelScheme
from lakmoes.model import GroundType, LabelPlace, PageNotice, RedactionPlan, SourceDocument
from lakmoes.pdf.stamp import Stamp
from lakmoes.workflow.opening import Dossier


def stamp_of(dossier: Dossier, document: SourceDocument, plan: RedactionPlan) -> Stamp:
    """What is printed on the pages of a document."""
    labels = dossier.settings.labels
    place = labels.documents.get(document.file_name, labels.place)
    return Stamp(
        document_number=document.shown,
        code_labels=dossier.code_labels,
        in_boxes=place is LabelPlace.BOX,
        statements=_statements(dossier, plan, place, document.page_count),
        page_numbers=page_numbers(dossier, document, plan.notices),
        notices={notice.first_index: _notice(dossier, notice) for notice in plan.notices},
    )


def grounds_cited(dossier: Dossier, codes: Iterable[str]) -> str:
    """The grounds as a statement names them: ``o.g.v. 10.2.e en 11.1 Wob``.

    Labels that are no ground are named as such; own codes of a body come with a word on their legend.
    """
    grounds = dossier.book.legend(codes)
    printed = dossier.code_labels
    is_numeric = dossier.settings.labels.scheme is LabelScheme.NUMERIC
    refused = [
        printed[ground.code] if is_numeric else ground.code
        for ground in grounds
        if ground.type is not GroundType.LABEL
    ]
    labels = [ground.label for ground in grounds if ground.type is GroundType.LABEL]
    law = nl.SEE_LEGEND if is_numeric else dossier.book.texts.name
    return nl.cited_grounds(list(dict.fromkeys(refused)), law, labels)


def _statements(
    dossier: Dossier, plan: RedactionPlan, place: LabelPlace, page_count: int
) -> Mapping[int, str]:
    """Page index to the statement on that page, on its own marks or on those of the whole document."""
    codes_on = {
        index: [code for mark in marks for code in mark.codes]
        for index, marks in plan.by_page().items()
        if not plan.notice_on(index)
    }
    if place is LabelPlace.BOX or not codes_on:
        return {}
    if place is LabelPlace.DOCUMENT:
        first = next(index for index in range(page_count) if not plan.notice_on(index))
        codes_on = {first: [code for codes in codes_on.values() for code in codes]}
    text = nl.STATEMENTS[place]
    return {index: text.format(grounds=grounds_cited(dossier, codes)) for index, codes in codes_on.items()}


def page_numbers(
    dossier: Dossier, document: SourceDocument, notices: Iterable[PageNotice] = ()
) -> tuple[str, ...]:
    """The numbers of the pages in the whole dossier; that of a notice tells for which pages it stands."""
    settings = dossier.settings.pages
    if not settings.running_number:
        return ()
    before = sum(other.page_count for other in dossier.documents if other.order < document.order)
    first = settings.start + before
    numbers = [f"{settings.prefix}{first + index:0{settings.digits}}" for index in range(document.page_count)]
    for notice in notices:
        if notice.first_index < notice.last_index:
            numbers[notice.first_index] = f"{numbers[notice.first_index]} - {numbers[notice.last_index]}"
    return tuple(numbers)


def _notice(dossier: Dossier, notice: PageNotice) -> str:
    count = notice.last_index - notice.first_index + 1
    return nl.pages_refused(notice.first_index + 1, count, grounds_cited(dossier, notice.codes))
