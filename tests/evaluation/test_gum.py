"""GUM's columns become the printed text, its words and the mentions in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.gum import GumReport, gum_reports, read_gum
from evaluation.name_mentions import ReadName, aligned, labelled_names
from onrecord.domain.span import Span

CONLLU = """\
# newdoc id = GUM_news_made
# meta::dateCreated = 2015-09-22
# newpar
# text = Mayor Ann Hill-Day can't.
1\tMayor\tmayor\tPROPN\tNNP\t_\t2\tnmod:desc\t_\tEntity=(1-person-new-s-cf1-1,2,3-coref-Ann_Hill%2DDay
2\tAnn\tAnn\tPROPN\tNNP\t_\t6\tnsubj\t_\t_
3\tHill\tHill\tPROPN\tNNP\t_\t2\tflat\t_\tSpaceAfter=No
4\t-\t-\tPUNCT\tHYPH\t_\t5\tpunct\t_\tSpaceAfter=No
5\tDay\tDay\tPROPN\tNNP\t_\t2\tflat\t_\tEntity=1)
6-7\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
6\tca\tcan\tAUX\tMD\t_\t0\troot\t_\t_
7\tn't\tnot\tPART\tRB\t_\t6\tadvmod\t_\t_
7.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t_\t_
8\t.\t.\tPUNCT\t.\t_\t6\tpunct\t_\t_

# text = Her rival
1\tHer\ther\tPRON\tPRP$\t_\t2\tnmod:poss\t_\tEntity=(2-person-new-s-cf1-2-sgl(1-person-giv-s-cf1-1-ana)
2\trival\trival\tNOUN\tNN\t_\t0\troot\t_\tEntity=2)

# newpar
# text = actor Bo Lee and Cy Doe
1\tactor\tactor\tNOUN\tNN\t_\t0\troot\t_\tEntity=(5-person-new-s-cf1-1-sgl(3-person-new-s-cf1-1-sgl
2\tBo\tBo\tPROPN\tNNP\t_\t1\tflat\t_\t_
3\tLee\tLee\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=3)
4\tand\tand\tCCONJ\tCC\t_\t5\tcc\t_\t_
5\tCy\tCy\tPROPN\tNNP\t_\t1\tconj\t_\tEntity=(4-person-new-s-cf1-1-sgl
6\tDoe\tDoe\tPROPN\tNNP\t_\t5\tflat\t_\tEntity=4)5)
"""


@pytest.fixture(scope="module")
def report() -> GumReport:
    return read_gum("GUM_news_made", CONLLU)


def test_the_text_is_as_it_was_printed(report: GumReport) -> None:
    assert report.text == "Mayor Ann Hill-Day can't. Her rival\n\nactor Bo Lee and Cy Doe"
    assert report.published == "2015-09-22"


def test_every_word_is_found_where_it_stands(report: GumReport) -> None:
    assert [report.text[word.span.start : word.span.end] for word in report.words] == [
        word.form for word in report.words
    ]


def test_words_hang_on_words_of_their_own_sentence(report: GumReport) -> None:
    her = next(word for word in report.words if word.form == "Her")
    assert her.head is not None
    assert report.words[her.head].form == "rival"


def test_mentions_nest_and_tell_their_article(report: GumReport) -> None:
    said = {
        " ".join(word.form for word in report.words[one.first : one.last]): one
        for one in report.mentions
    }
    assert set(said) == {
        "Mayor Ann Hill - Day",
        "Her",
        "Her rival",
        "actor Bo Lee",
        "Cy Doe",
        "actor Bo Lee and Cy Doe",
    }
    assert said["Mayor Ann Hill - Day"].wikipedia == "Ann_Hill-Day"
    assert said["Her"].entity == said["Mayor Ann Hill - Day"].entity
    assert report.words[said["Mayor Ann Hill - Day"].head].form == "Ann"


def test_names_of_people_are_neither_pronouns_nor_roles_nor_lists(report: GumReport) -> None:
    names = labelled_names(report)
    cut = [(one.entity, report.text[one.name.start : one.name.end]) for one in names]
    assert cut == [("1", "Ann Hill-Day"), ("3", "Bo Lee"), ("4", "Cy Doe")]


def test_a_name_read_is_the_labelled_one_whose_first_word_it_covers(report: GumReport) -> None:
    gold = labelled_names(report)
    bo, doe = report.text.index("Bo Lee"), report.text.index("Doe")
    read = [
        ReadName("e1", Span(0, 18), "full name"),
        ReadName("e2", Span(bo, bo + 6), "full name"),
        ReadName("e2", Span(doe, doe + 3), "surname"),
        ReadName("e3", Span(20, 25), "made up"),
    ]
    assert aligned(gold, read) == {0: 0, 1: 1, 2: 2}


def test_one_name_read_is_not_two_labelled_ones(report: GumReport) -> None:
    gold = labelled_names(report)
    assert len(aligned(gold, [ReadName("e1", Span(0, len(report.text)), "all of it")])) == 1


def test_a_folder_without_the_genre_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="GUM_news"):
        gum_reports(tmp_path)


@pytest.mark.parametrize("genre", ["news", "interview"])
def test_the_texts_of_gum_are_those_it_states(shared: Path, genre: str) -> None:
    folder = shared / "data" / "gum"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data/gum")
    for report in gum_reports(folder, genre):
        lines = (folder / f"{report.stem}.conllu").read_text(encoding="utf-8").splitlines()
        stated = " ".join(line[9:] for line in lines if line.startswith("# text = "))
        assert report.text.split() == stated.split()
        assert all(report.text[one.span.start : one.span.end] == one.form for one in report.words)
