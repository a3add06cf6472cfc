"""The project's reader in the form that the open mention benchmark asks for."""

from typing import Any

from pytest_factcheck.language.mentions import find_mentions


def extract(text: str, reference_time: str | None) -> list[dict[str, Any]]:
    """List the figures and times of a text; labels are not figures and stay out."""
    return [mention.to_dict() for mention in find_mentions(text, reference_time) if mention.kind != "label"]
