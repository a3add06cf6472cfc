"""What a tool has to say."""

from dataclasses import dataclass

DONE, CONTRADICTS, BROKEN = 0, 1, 4


@dataclass(frozen=True, slots=True)
class Answer:
    """Lines for standard output, remarks for standard error, and the exit code."""

    lines: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    code: int = DONE
