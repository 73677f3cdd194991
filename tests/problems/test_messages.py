from bantin.problems import Message, say, say_count


class Shouting:
    """A translation with three forms, which English does not have."""

    def __call__(self, sentence: str, /) -> str:
        return sentence.upper()

    def counted(self, one: str, many: str, count: int) -> str:
        return {1: one, 2: "both"}.get(count, many) + " {count}!"


def shout(sentence: str) -> str:
    return sentence.replace("the total", "THE TOTAL")


def test_gaps_are_filled_after_translation() -> None:
    assert say("the total is {total}", total=22).translated(shout) == "THE TOTAL is 22"


def test_a_message_in_a_gap_is_translated_too() -> None:
    assert say("warning: {inner}", inner=say("the total")).translated(shout) == "warning: THE TOTAL"


def test_a_sentence_without_gaps_keeps_its_braces() -> None:
    assert say("write {{ }}").translated(str) == "write {{ }}"


def test_text_in_a_gap_is_not_a_sentence_with_gaps() -> None:
    assert say("“{text}”", text="{other} {0}").translated(str) == "“{other} {0}”"


def test_a_count_takes_the_english_form_where_no_plurals_are_known() -> None:
    counts = [say_count("{count} page", "{count} pages", count).translated(str) for count in (0, 1, 2)]
    assert counts == ["0 pages", "1 page", "2 pages"]


def test_a_count_takes_the_form_that_the_language_has_for_it() -> None:
    counts = [say_count("one", "many", count).translated(Shouting()) for count in (1, 2, 3)]
    assert counts == ["one 1!", "both 2!", "many 3!"]


def test_messages_are_equal_by_what_they_say() -> None:
    def message(count: int) -> Message:
        return say_count("{count} page in {site}", "{count} pages in {site}", count, site="x")

    assert say("{a}", a=1) == say("{a}", a=1)
    assert message(2) == message(2)
    assert len({message(2), message(2), message(3)}) == 2
