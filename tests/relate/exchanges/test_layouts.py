"""Questions of interviews in turns."""

from __future__ import annotations

from tests.relate.exchanges.asked import asked

TURNS = (
    "{DALE=Bob Dale}: You closed the bridge. Why did you close it?\n\n"
    "{RUIZ=Ana Ruiz}: [Ana Ruiz: The cables were worn.]\n\n"
    "{DALE=Bob Dale}: Will it open again?\n\n"
    "{RUIZ=Ana Ruiz}: [Ana Ruiz: In May. Would you walk on worn cables?]\n\n"
    "{DALE=Bob Dale}: I see. Thank you."
)


def test_the_turns_of_an_interviewer_put_questions_and_the_next_turn_answers() -> None:
    told = asked(TURNS)
    assert told.questions == ["Why did you close it?", "Will it open again?"]
    assert told.asked == ["Ana Ruiz", "Ana Ruiz"]
    assert told.asked_by == ["Bob Dale", "Bob Dale"]
    assert told.answers(0) == ["The cables were worn."]


def test_the_question_of_a_speaker_who_mostly_answers_is_part_of_the_answer() -> None:
    assert "Would you walk on worn cables?" not in asked(TURNS).questions


def test_q_and_a_are_an_interview_whoever_they_are() -> None:
    told = asked(
        "Q: You were ill for a year.\n\nA: [?: It felt like ten.]\n\n"
        "Q: What helped?\n\nA: [?: Walking.]"
    )
    assert told.questions == ["You were ill for a year.", "What helped?"]
    assert told.asked == [None, None]
    assert told.answers(1) == ["Walking."]


def test_marks_before_a_label_do_not_hide_it() -> None:
    quoted = TURNS.replace("{DALE", "“{DALE").replace("{RUIZ", "“{RUIZ")
    assert asked(quoted).questions == asked(TURNS).questions


def test_a_question_before_the_first_turn_opens_the_interview() -> None:
    told = asked("The bridge is closed. Why is that?\n\n" + TURNS.split("\n\n", 1)[1])
    assert told.questions[0] == "Why is that?"


def test_a_heading_with_a_colon_is_no_turn() -> None:
    assert asked("BRIDGE: Is it safe?\n\n{Ana Ruiz} walked over it.").exchanges == ()
