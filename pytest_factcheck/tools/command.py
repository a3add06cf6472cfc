"""The command line of the tools: what can be asked for, and how faults are told."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from pytest_factcheck.model.errors import FactcheckError, UseError
from pytest_factcheck.tools.answer import BROKEN, Answer

DESCRIPTION = """\
Tools for the people who keep the facts. To check articles, run: pytest --factcheck articles/
"""
EXIT_CODES = """\
exit codes: 0 done; 1 something contradicts (try); 2 a wrong option; 4 facts or an article cannot be read
"""
FACTS = "facts"


def main(arguments: Sequence[str]) -> int:
    """Answer one command; give the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    asked = _parser().parse_args(arguments)
    try:
        return _tell(asked.answer(asked))
    except BrokenPipeError:  # the reader, such as `head`, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except (FactcheckError, OSError) as error:
        sys.stderr.write(f"{_in_words(error)}\n")
        return BROKEN


def _tell(answer: Answer) -> int:
    from pytest_factcheck.reporting.excerpt import harmless

    _write(sys.stdout, map(harmless, answer.lines))
    _write(sys.stderr, map(harmless, answer.remarks))
    return answer.code


def _write(stream: TextIO, lines: Iterable[str]) -> None:
    for line in lines:
        stream.write(f"{line}\n")
    stream.flush()


def _in_words(error: Exception) -> str:
    if isinstance(error, OSError):
        return f"{error.filename}: {error.strerror}." if error.filename else f"{error}."
    return str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m pytest_factcheck",
        description=DESCRIPTION,
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_init(commands)
    _add_suggest(commands)
    _add_explain(commands)
    _add_try(commands)
    _add(commands, "schema", "print the JSON Schema of a facts file, for editors", _schema)
    return parser


Commands = argparse._SubParsersAction  # argparse gives the type of add_subparsers() no public name
Answering = Callable[[argparse.Namespace], Answer]


def _add(
    commands: Commands[argparse.ArgumentParser], name: str, help: str, answer: Answering, more: str = ""
) -> argparse.ArgumentParser:
    description = f"{help[0].upper()}{help[1:]}.{f' {more}' if more else ''}"
    command = commands.add_parser(name, help=help, description=description)
    command.set_defaults(answer=answer)
    return command


def _add_init(commands: Commands[argparse.ArgumentParser]) -> None:
    more = "Files that are there already are left as they are."
    command = _add(commands, "init", "write a first fact, an article and a job for CI", _init, more)
    command.add_argument("folder", nargs="?", default=".", metavar="FOLDER", help="where (default: here)")


def _add_suggest(commands: Commands[argparse.ArgumentParser]) -> None:
    more = "The draft goes to standard output; write the sources, then keep it as a facts file."
    help = "draft facts from the statements of an article that no fact covers"
    command = _add(commands, "suggest", help, _suggest, more)
    command.add_argument("article", metavar="ARTICLE")
    _add_facts(command, "facts that are there already, whose statements are left out")
    _add_published(command)


def _add_explain(commands: Commands[argparse.ArgumentParser]) -> None:
    command = _add(commands, "explain", "tell what a fact accepts and what it rejects", _explain)
    command.add_argument("id", metavar="ID", help="the fact's short name")
    _add_facts(command, "where the fact is kept")
    command.add_argument("--published", metavar="DATE", help="the day of the article (default: today)")


def _add_try(commands: Commands[argparse.ArgumentParser]) -> None:
    more = (
        "Nothing is written. The exit code is 1 if something contradicts, with --against only if it is new."
    )
    help = "show what new or changed facts would do over many articles"
    command = _add(commands, "try", help, _try, more)
    command.add_argument("facts", metavar="FACTS", help="facts file or folder")
    command.add_argument("articles", nargs="+", metavar="ARTICLES", help="articles, or folders of them")
    command.add_argument("--against", metavar="OLD", help="the facts as they were: show only what differs")
    command.add_argument("--fact", action="append", metavar="ID", help="only this fact; repeatable")
    command.add_argument("--all", action="store_true", help="list what agrees, and every line of the rest")
    command.add_argument(
        "--left-alone",
        action="store_true",
        help="list the figures beside a fact's words that it leaves alone",
    )
    _add_published(command)


def _add_facts(command: argparse.ArgumentParser, help: str) -> None:
    command.add_argument(
        "--facts", action="append", metavar="PATH", help=f"{help}; repeatable (default: {FACTS}/)"
    )


def _add_published(command: argparse.ArgumentParser) -> None:
    command.add_argument("--published", metavar="DATE", help="day of publication of articles that state none")


# The tools are imported when they are asked for: `--help` should not wait for the grammar of English.


def _init(asked: argparse.Namespace) -> Answer:
    from pytest_factcheck.tools.init import begin

    return begin(Path(asked.folder))


def _suggest(asked: argparse.Namespace) -> Answer:
    from pytest_factcheck.facts.load import load_facts
    from pytest_factcheck.tools.suggest import suggest

    named = asked.facts or ([FACTS] if Path(FACTS).is_dir() else [])
    return suggest(asked.article, load_facts(named) if named else None, asked.published)


def _explain(asked: argparse.Namespace) -> Answer:
    from pytest_factcheck.articles.days import read_published
    from pytest_factcheck.facts.load import load_facts
    from pytest_factcheck.tools.explain import explain

    return explain(asked.id, load_facts(_named_facts(asked)), read_published(asked.published) or date.today())


def _try(asked: argparse.Namespace) -> Answer:
    from pytest_factcheck.tools.trial import Shown, run_trial

    shown = Shown(frozenset(asked.fact or ()), everything=asked.all, left_alone=asked.left_alone)
    return run_trial(asked.facts, asked.articles, asked.against, asked.published, shown)


def _schema(asked: argparse.Namespace) -> Answer:
    from pytest_factcheck.facts.schema import schema_text

    return Answer(tuple(schema_text().splitlines()))


def _named_facts(asked: argparse.Namespace) -> list[str]:
    if asked.facts:
        return list(asked.facts)
    if not Path(FACTS).is_dir():
        raise UseError(f"There is no folder {FACTS} here: name the facts with --facts PATH.")
    return [FACTS]
