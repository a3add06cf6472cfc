"""A name for a finding that outlives edits elsewhere in the article."""

from __future__ import annotations

import hashlib
import unicodedata

from pytest_factcheck.model.verdict import Verdict
from pytest_factcheck.reporting.report import check_name


def fingerprint(verdict: Verdict) -> str:
    """Make it of the article, the fact and the words; lines, spacing and case do not count."""
    parts = (verdict.article, check_name(verdict), normal(verdict.text))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]


def normal(words: str) -> str:
    """Bring words to the form in which they are compared."""
    return " ".join(unicodedata.normalize("NFKC", words).casefold().split())
