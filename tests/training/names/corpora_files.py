"""Tiny corpora in the formats of the public ones, all names invented."""

import gzip

ALPINO = """# sent_id = WR-X\\WR-X.p.2.s.1
# text = Daar sprak Mia Torp.
1\tDaar\tdaar\tADV\tBW\t_\t2\tadvmod\t_\t_
2\tsprak\tspreken\tVERB\tWW\t_\t0\troot\t_\t_
3\tMia\tMia\tPROPN\tN|eigen\t_\t2\tnsubj\t_\t_
4\tTorp\tTorp\tPROPN\tN|eigen\t_\t3\tflat\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t_\t_

# sent_id = WR-X\\WR-X.p.1.s.1
1\tIn\tin\tADP\tVZ\t_\t2\tcase\t_\t_
2\tDelft\tDelft\tPROPN\tN|eigen\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\tLET\t_\t2\tpunct\t_\t_

"""
OLD = """# wiki-1.p.1.s.1.xml
1\tTorp\tTorp\tPROPN\t_\t_\t0\troot\t_\t_
2\t,\t,\tPUNCT\t_\t_\t1\tpunct\t_\t_
3\tDelft\tDelft\tPROPN\t_\t_\t1\tappos\t_\t_

"""
MARKS = """# remark
# ud_alpino/a.conllu
WR-X.p.2.s.1\t3-4
# ud_lassysmall/b.conllu
wiki-1.p.1.s.1\t?1-1
"""
NOVEL = """#begin document (X); part 000
X\t0\t0\tMia\tN\t*\t-\t-\t-\t-\t(PER*\t-
X\t0\t1\tTorp\tN\t*\t-\t-\t-\t-\t*)\t-
X\t0\t2\tliep\tWW\t*\t-\t-\t-\t-\t*\t-
X\t0\t3\tnaar\tVZ\t*\t-\t-\t-\t-\t*\t-
X\t0\t4\tDelft\tN\t*\t-\t-\t-\t-\t(LOC)\t-
X\t0\t5\t.\tLET\t*\t-\t-\t-\t-\t*\t-

X\t0\t0\tI.\tN\t*\t-\t-\t-\t-\t(PER)\t-
"""
NOTES = """Bij O
Torp B-PER
de I-PER
Wit I-PER
te O
Delft B-LOC
. O

Mia B-PER
Jo B-PER
"""
LAW = ["Artikel 1 geldt voor het gehele land.\n", "Getekend door mr. A.B. Jansen.\n", "Lid <2>\n"]


def write_novels(data):
    (data / "openboek").mkdir(parents=True)
    (data / "openboek/X.conll").write_text(NOVEL, encoding="utf-8")


def write_notes(data):
    (data / "voc_missives").mkdir(parents=True)
    (data / "voc_missives/a_notes.conll").write_text(NOTES, encoding="utf-8")


def write_law(data):
    (data / "text_law").mkdir(parents=True)
    with gzip.open(data / "text_law/law_nl_dedup_lines.txt.gz", "wt", encoding="utf-8") as file:
        file.writelines(LAW)


def write_treebanks(data):
    (data / "ud_alpino").mkdir(parents=True)
    (data / "ud_lassysmall").mkdir(parents=True)
    (data / "ud_alpino/a.conllu").write_text(ALPINO, encoding="utf-8")
    (data / "ud_lassysmall/b.conllu").write_text(OLD + ALPINO, encoding="utf-8")
