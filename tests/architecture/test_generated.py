"""What is made from the code is in step with it: schemas and reference pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from bantin.reference import generated

ROOT = Path(__file__).parents[2]
GENERATED = generated()


@pytest.mark.parametrize("name", sorted(GENERATED))
def test_a_generated_file_is_as_the_code_makes_it(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == GENERATED[name], "run: python -m bantin.reference"
