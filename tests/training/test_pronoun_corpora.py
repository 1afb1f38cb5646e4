"""Labelled pronouns of other collections become anchors and answers."""

from __future__ import annotations

from pathlib import Path

from evaluation.pronoun_labels import Labelled
from training.pronoun_corpora import gap_snippet, litbank
from training.pronoun_ecb import ecbplus

SHARES = {"Ana": 0.99, "Mira": 0.98, "Peter": 0.01}.get

NOVEL = """#begin document (one_brat); part 0
one_brat\t0\t0\tMiss\t_\t_\t_\t_\t_\t_\t_\t_\t(0
one_brat\t0\t1\tRuiz\t_\t_\t_\t_\t_\t_\t_\t_\t0)
one_brat\t0\t2\tsaw\t_\t_\t_\t_\t_\t_\t_\t_\t
one_brat\t0\t3\ta\t_\t_\t_\t_\t_\t_\t_\t_\t(1
one_brat\t0\t4\tboy\t_\t_\t_\t_\t_\t_\t_\t_\t1)
one_brat\t0\t5\t.\t_\t_\t_\t_\t_\t_\t_\t_\t

one_brat\t0\t0\t"\t_\t_\t_\t_\t_\t_\t_\t_\t
one_brat\t0\t1\tGo\t_\t_\t_\t_\t_\t_\t_\t_\t
one_brat\t0\t2\t"\t_\t_\t_\t_\t_\t_\t_\t_\t
one_brat\t0\t3\t,\t_\t_\t_\t_\t_\t_\t_\t_\t
one_brat\t0\t4\tshe\t_\t_\t_\t_\t_\t_\t_\t_\t(0)
one_brat\t0\t5\ttold\t_\t_\t_\t_\t_\t_\t_\t_\t
one_brat\t0\t6\thim\t_\t_\t_\t_\t_\t_\t_\t_\t(1)
one_brat\t0\t7\t.\t_\t_\t_\t_\t_\t_\t_\t_\t

#end document
"""

ECB = """<Document>
<token t_id="1" sentence="0">Ana</token><token t_id="2" sentence="0">Ruiz</token>
<token t_id="3" sentence="0">left</token><token t_id="4" sentence="0">.</token>
<token t_id="5" sentence="1">She</token><token t_id="6" sentence="1">slept</token>
<Markables>
<HUMAN_PART_PER m_id="1"><token_anchor t_id="1"/><token_anchor t_id="2"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="2"><token_anchor t_id="5"/></HUMAN_PART_PER>
<HUMAN_PART_PER m_id="3" TAG_DESCRIPTOR="Ana"/>
</Markables>
<Relations><CROSS_DOC_COREF><source m_id="1"/><source m_id="2"/><target m_id="3"/>
</CROSS_DOC_COREF></Relations>
</Document>"""


def named(labelled: Labelled) -> list[tuple[str, int]]:
    return [
        (" ".join(labelled.article.words[one.first : one.last]), one.chain)
        for one in labelled.anchors
    ]


def meant(labelled: Labelled) -> dict[str, set[int]]:
    return {labelled.article.words[w]: set(t.right) for w, t in labelled.truths.items()}


def snippet(a_is_right: bool) -> Labelled:
    text = "Ana Ruiz met Mira Okafor and Peter. Ruiz smiled. Then she left."
    return gap_snippet(
        {
            "ID": "test-1",
            "Text": text,
            "Pronoun": "she",
            "Pronoun-offset": str(text.index("she")),
            "A": "Ana Ruiz",
            "A-offset": "0",
            "A-coref": str(a_is_right).upper(),
            "B": "Mira Okafor",
            "B-offset": str(text.index("Mira")),
            "B-coref": "FALSE",
        },
        SHARES,
    )


def test_a_snippet_has_its_two_names_and_those_that_share_parts_with_them() -> None:
    assert named(snippet(True)) == [("Ana Ruiz", 0), ("Mira Okafor", 1), ("Peter", 2), ("Ruiz", 0)]


def test_a_snippet_says_who_is_meant_or_who_is_not() -> None:
    (right,) = snippet(True).truths.values()
    (neither,) = snippet(False).truths.values()
    assert (right.right, right.wrong) == ({0}, frozenset())
    assert (neither.right, neither.wrong) == (frozenset(), {0, 1})


def test_a_novel_is_put_together_again(tmp_path: Path) -> None:
    (tmp_path / "one_brat.conll").write_text(NOVEL, "utf-8")
    (novel,) = litbank(tmp_path, SHARES)
    assert novel.article.text == "Miss Ruiz saw a boy.\n\n“Go”, she told him."
    assert named(novel) == [("Miss Ruiz", 0)]
    assert meant(novel) == {"she": {0}, "him": set()}


def test_a_report_of_ecb_has_the_pronouns_whose_person_is_named(tmp_path: Path) -> None:
    (tmp_path / "1").mkdir()
    (tmp_path / "1" / "1_1ecb.xml").write_text(ECB, "utf-8")
    (report,) = ecbplus(tmp_path, SHARES)
    assert report.article.text == "Ana Ruiz left.\n\nShe slept"
    assert named(report) == [("Ana Ruiz", 0)]
    assert meant(report) == {"She": {0}}
