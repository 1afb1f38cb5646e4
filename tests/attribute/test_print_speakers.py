"""Speakers that layout names: transcripts and credits."""

from onrecord.attribute.print_speakers import printed_candidates
from onrecord.domain.tagging import TaggedSpan
from onrecord.segment.article import segment


def found(text: str) -> list[tuple[str, str]]:
    article = segment(text)

    def words(span: TaggedSpan) -> str:
        return text[article.starts[span.first] : article.ends[span.last - 1]]

    return [
        (words(candidate.source), words(candidate.contents[0]))
        for candidate in printed_candidates(article)
        if candidate.source
    ]


TRANSCRIPT = "REED: Is it safe?\n\nDR. LEE: It is.\n\nREED: Sure?\n\nDR. LEE: Quite."


def test_each_turn_of_a_transcript_is_its_speakers() -> None:
    assert found(TRANSCRIPT) == [
        ("REED", "Is it safe?"),
        ("DR. LEE", "It is."),
        ("REED", "Sure?"),
        ("DR. LEE", "Quite."),
    ]


def test_turns_inside_quotation_marks_are_found_too() -> None:
    quoted = "\n\n".join(f"“{turn}" for turn in TRANSCRIPT.split("\n\n")) + "”"
    assert [source for source, _ in found(quoted)] == ["REED", "DR. LEE", "REED", "DR. LEE"]


def test_headings_that_never_come_back_are_no_speakers() -> None:
    assert found("CORRECTION: It was two.\n\nUPDATE: It was three.\n\nSTATISTIC: Four.") == []
    assert found("UPDATE: It was two.\n\nUPDATE: It was three.\n\nUPDATE: Four.") == []


def test_a_sentence_with_a_colon_is_no_turn() -> None:
    assert found(TRANSCRIPT + "\n\nThe report says: nothing is safe.")[4:] == []


def test_a_credit_after_a_dash_names_the_speaker() -> None:
    assert found("“It was a good year for us.” — Ann Reed, Leeds") == [
        ("Ann Reed, Leeds", "“It was a good year for us.”")
    ]


def test_a_credit_may_stand_on_a_line_of_its_own() -> None:
    assert found("“It was a good year for us.”\n\n- Ann Reed.") == [
        ("Ann Reed", "“It was a good year for us.”")
    ]


def test_a_dash_that_leads_on_is_no_credit() -> None:
    assert found("“It was a good year” – Ann Reed said so, and smiled.") == []
    assert found("The sun shone.\n\n- Ann Reed.") == []
