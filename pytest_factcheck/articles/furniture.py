"""What a page carries beside its article."""

import re

from pytest_factcheck.model.pattern import lazy_pattern

FURNITURE = lazy_pattern(
    r"""
    (?: (?:post|leave|add|write)\ an?\ (?:comment|reply)
      | \d+\ (?:comments?|shares?|likes?|views?) | comments?(?:\s+\d+)?
      | close\ menu | (?:main\ )?menu | skip\ to\ (?:main\ )?content | advertisement | sponsored
      | share(?:\ (?:this|on|via)\b.{0,40})? | tweet | e-?mail | print | copy\ link
      | sign\ (?:in|up) | log\ in | subscribe(?:\ (?:now|today|to)\b.{0,60})?
      | read\ (?:more|next|also) | related(?:\ (?:articles?|stories|topics|posts))?
      | (?:previous|next)\ (?:article|post|story) | load\ more | show\ more | back\ to\ top
      | follow\ us.{0,60}
      | all\ rights\ reserved\.? | (?:©|\(c\)|copyright)\s.{0,80} | loading\.* | search
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
LONGEST = 100
FIRST_WORD = lazy_pattern(
    r"(?:[\d©]|\(c\)|add|adv|all|back|close|comm|copy|e-?mail|follow|leave|load|log|main|menu|next|post|prev|print"
    r"|read|related|search|share|show|sign|skip|spons|subsc|tweet|write)",
    re.IGNORECASE,
)


def is_furniture(line: str) -> bool:
    """Tell whether a whole line is a page's furniture and none of the article's prose."""
    return (
        len(line) <= LONGEST and FIRST_WORD.match(line) is not None and FURNITURE.fullmatch(line) is not None
    )
