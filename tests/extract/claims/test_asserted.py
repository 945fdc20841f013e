"""What makes no claim: questions, what would have been, section headings, what did not happen."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "text",
    [
        "Who shelled the market on Monday?",
        "“How did the fighting start on Monday?”",
        "Had the bomb gone off an hour later, the death toll would have been far higher.",
        "HUMANITARIAN RESPONSE",
        "Recent clashes",
        "The air force has not bombed any of the villages.",
        "Tomorrow somebody in Kismayo may turn such weapons against the Swedish envoy.",
    ],
)
def test_no_claim(claims_of, text):
    assert claims_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Rebels shelled the market on Monday.",
        "The army denied it had bombed any of the villages.",
        "Fresh clashes in Kismayo",
        "“Why did they kill nine people on Monday? Nobody knows,” the mayor said.",
    ],
)
def test_a_claim(claims_of, text):
    assert claims_of(text)
