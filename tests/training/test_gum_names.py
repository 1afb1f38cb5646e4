"""Names are cut out of GUM's noun phrases."""

from pathlib import Path

import pytest

from training.gum_names import gum_names

ROWS = """# newdoc id = X
# newpar
# text = Prime Minister Ann Lee-Roe, who left, praised Rome's Council of Elders.
1 Prime Prime PROPN NNP _ 2 amod _ Entity=(1-person-new-cf1-1-coref
2 Minister Minister PROPN NNP _ 11 nsubj _ _
3 Ann Ann PROPN NNP _ 2 flat _ _
4 Lee Lee PROPN NNP _ 2 flat _ SpaceAfter=No
5 - - PUNCT HYPH _ 6 punct _ SpaceAfter=No
6 Roe Roe PROPN NNP _ 2 flat _ SpaceAfter=No
7 , , PUNCT , _ 9 punct _ _
8 who who PRON WP _ 9 nsubj _ Entity=(1-person-giv)
9 left leave VERB VBD _ 2 acl _ Entity=1)|SpaceAfter=No
10 , , PUNCT , _ 9 punct _ _
11 praised praise VERB VBD _ 0 root _ _
12-13 Rome's _ _ _ _ _ _ _ _
12 Rome Rome PROPN NNP _ 14 nmod _ Entity=(2-organization-new(3-place-new
13 's 's PART POS _ 12 case _ Entity=3)
14 Council Council PROPN NNP _ 11 obj _ _
15 of of ADP IN _ 16 case _ _
16 Elders Elders PROPN NNPS _ 14 nmod _ Entity=(4-person-new)2)|SpaceAfter=No
17 . . PUNCT . _ 11 punct _ _

# text = The Greens met a mayor.
1 The the DET DT _ 2 det _ Entity=(5-person-new
2 Greens Green PROPN NNPS _ 3 nsubj _ Entity=5)
3 met meet VERB VBD _ 0 root _ _
4 a a DET DT _ 5 det _ Entity=(6-person-new
5 mayor mayor NOUN NN _ 3 obj _ Entity=6)|SpaceAfter=No
6 . . PUNCT . _ 3 punct _ _

# text = student Cem Demir, a boy
1 student student NOUN NN _ 0 root _ Entity=(7-person-new
2 Cem Cem PROPN NNP _ 1 appos _ _
3 Demir Demir PROPN NNP _ 2 flat _ SpaceAfter=No
4 , , PUNCT , _ 6 punct _ _
5 a a DET DT _ 6 det _ _
6 boy boy NOUN NN _ 1 appos _ Entity=7)

# newpar
# text = End
1 End end NOUN NN _ 0 root _ _
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "GUM_x.conllu"
    lines = (line if line.startswith("#") else line.replace(" ", "\t") for line in ROWS.split("\n"))
    path.write_text("\n".join(lines), "utf-8")
    return path


def test_names_are_the_proper_nouns_around_the_head_without_titles(document: Path) -> None:
    text, names = gum_names(document)
    found = [(text[name.start : name.end], name.kind.name) for name in names]
    assert found == [
        ("Ann Lee-Roe", "PERSON"),
        ("Rome", "PLACE"),
        ("Council of Elders", "ORGANISATION"),
        ("Cem Demir", "PERSON"),
    ]


def test_the_text_has_a_blank_line_between_paragraphs(document: Path) -> None:
    text, _ = gum_names(document)
    assert text.endswith("Elders. The Greens met a mayor. student Cem Demir, a boy\n\nEnd")
