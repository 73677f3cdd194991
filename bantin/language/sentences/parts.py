"""Parts of a whole as phrases that can follow it, stand in brackets, or make a sentence of their own."""

from __future__ import annotations

from collections.abc import Sequence

from bantin.language.sentences.pieces import Pieces, T, joined, listed, merged, sentence

WHOLE, SOME, OF_WHICH = "gồm ", "trong đó có ", "trong đó "
WITH = "với "


def made_up_of(parts: Sequence[Pieces[T]]) -> Pieces[T]:
    """All parts of a whole: "gồm 36 đảng bộ và 33 chi bộ"."""
    return merged((WHOLE, *listed(parts)))


def among_them(parts: Sequence[Pieces[T]]) -> Pieces[T]:
    """Some parts of a whole: "trong đó có 12 đảng bộ"."""
    return merged((SOME, *listed(parts)))


def by_name(parts: Sequence[Pieces[T]], unit: str) -> Pieces[T]:
    """Parts whose names stand before their numbers, with the unit once at the end.

    "trong đó khiển trách 16, cảnh cáo 5 và khai trừ 1 đảng viên".
    """
    return merged((OF_WHICH, *joined(parts), f" {unit}"))


def on_base(base: Pieces[T], parts: Sequence[Pieces[T]], complete: bool) -> Pieces[T]:
    """Parts of a base of their own: "với 30 lượt, gồm 12 về đất đai và 18 về tài chính"."""
    return merged((WITH, *base, ", ", *(made_up_of(parts) if complete else among_them(parts))))


def nested(part: Pieces[T], below: Pieces[T]) -> Pieces[T]:
    """A part with its own parts behind it in brackets: "12 đảng bộ (gồm 9 cơ sở và 3 bộ phận)"."""
    return merged((*part, " (", *below, ")")) if below else part


def without_opening(parts: Pieces[T]) -> Pieces[T]:
    """Parts for brackets behind their whole or for the place behind a colon, which say "gồm" themselves."""
    if parts and isinstance(parts[0], str):
        for opening in (WHOLE, SOME, OF_WHICH):
            if parts[0].startswith(opening):
                return merged((parts[0].removeprefix(opening), *parts[1:]))
    return parts


def parts_sentence(parts: Pieces[T], unit: str, again: bool = False, far: str = "") -> Pieces[T]:
    """The parts as a sentence behind that of their whole: "Trong đó, khiển trách 16 và cảnh cáo 6 đảng viên."

    unit: what the whole counts, where the parts do not begin with "trong đó"; again: whether such a
    sentence stands right before; far: the whole by name, where it was told further above:
    "Trong số đảng viên bị kỷ luật, khiển trách 16 …".
    """
    first, rest = (parts[0], parts[1:]) if parts and isinstance(parts[0], str) else ("", parts)
    whole = "cũng trong số này" if again else f"trong số {far}" if far else "trong đó"
    those = far or f"{unit} này"
    if first.startswith(SOME):
        return sentence((f"{whole} có {first.removeprefix(SOME)}", *rest))
    if first.startswith(WITH):
        return sentence((f"số {those}{' còn' if again else ''} có {first.removeprefix(WITH)}", *rest))
    if first.startswith(WHOLE):
        return sentence((f"số {those} {first}", *rest))
    return sentence((f"{whole}, {first.removeprefix(OF_WHICH)}", *rest))
