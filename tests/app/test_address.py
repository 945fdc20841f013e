"""An address typed on the page is fetched, and never taken for a file of the server's."""

from __future__ import annotations

import pytest

from timeline.app.address import add_address, check_address
from timeline.app.intake import Intake
from timeline.errors import InputError


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://example.org/a", "https://example.org/a"),
        ("  http://example.org ", "http://example.org"),
        ("example.org/news/1?x=2", "https://example.org/news/1?x=2"),
        ("HTTPS://EXAMPLE.ORG/A", "HTTPS://EXAMPLE.ORG/A"),
    ],
)
def test_an_address_is_read_as_people_write_it(written, address):
    assert check_address(written) == address


@pytest.mark.parametrize(
    "written", ["", "  ", None, "/etc/passwd", "file:///etc/passwd", "ftp://example.org/a", "../a.txt"]
)
def test_what_is_no_web_address_is_refused(written):
    with pytest.raises(InputError):
        check_address(written)


def test_the_sentence_of_a_refused_address_goes_to_the_dialog():
    _, off, error = add_address(1, None, "file:///etc/passwd", None, intake=Intake(None, None))
    assert off is True
    assert "http" in error
