"""Files and folders of facts: what is read, what is refused, and that all faults are told at once."""

import gc
from pathlib import Path

import pytest

from pytest_factcheck.facts.load import load_facts
from pytest_factcheck.model.errors import FactsError, UseError

FACT = "  {id}: {{fact: A sentence, number: 5, of: bridge, source: A source}}\n"


def write(folder: Path, name: str, *ids: str, head: str = "") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(head + "facts:\n" + "".join(FACT.format(id=id_) for id_ in ids), encoding="utf-8")
    return file


def faults_of(path: Path) -> list[str]:
    with pytest.raises(FactsError) as caught:
        load_facts(path)
    return [f"{Path(f.path).name}:{f.line}:{f.column}: {f.message}" for f in caught.value.faults]


def test_a_file_is_named_as_text_or_as_a_path(tmp_path: Path) -> None:
    file = write(tmp_path, "a.yaml", "one", "two")
    assert [fact.id for fact in load_facts(str(file))] == ["one", "two"]
    assert load_facts(file).files == (str(file),)


def test_a_folder_gives_all_its_files_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.yml", "three")
    write(tmp_path, "a.yaml", "one")
    write(tmp_path, "below/c.yaml", "two")
    write(tmp_path, ".hidden/d.yaml", "four")
    (tmp_path / "waivers.yaml").write_text("- article: x\n")
    (tmp_path / "notes.txt").write_text("not YAML")
    assert [fact.id for fact in load_facts(tmp_path)] == ["one", "three", "two"]


def test_several_paths_are_one_book(tmp_path: Path) -> None:
    first, second = write(tmp_path, "a.yaml", "one"), write(tmp_path, "b.yaml", "two")
    assert len(load_facts([first, second, first])) == 2


def test_every_fact_knows_its_place_and_its_file(tmp_path: Path) -> None:
    head = "story: bridges\nas_of: 1 May 2020\nnames:\n  Ostby: Oestby, Östby\n"
    file = write(tmp_path, "a.yaml", "one", head=head)
    fact = load_facts(file).facts[0]
    assert (fact.place.path, fact.place.line, fact.place.column) == (str(file), 6, 3)
    assert fact.setting.story == ("bridges",)
    assert str(fact.setting.as_of) == "2020-05-01"
    assert fact.setting.names.house("Östby") == "Ostby"


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = write(tmp_path, "a.yaml", "one")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert load_facts(file).facts[0].place.line == 2


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_any_line_ending_will_do(tmp_path: Path, ending: str) -> None:
    file = write(tmp_path, "a.yaml", "one", "two")
    file.write_bytes(file.read_text().replace("\n", ending).encode())
    assert [fact.place.line for fact in load_facts(file)] == [2, 3]


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("facts:\n  a: {fact: Café}\n".encode("latin-1"))
    assert faults_of(file) == ["a.yaml:2:16: The file is not UTF-8 (byte E9): save it as UTF-8."]


def test_a_file_in_utf16(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes("facts:\n".encode("utf-16"))
    assert faults_of(file) == ["a.yaml:1:1: The file is written in UTF-16: save it as UTF-8."]


def test_a_file_that_is_a_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    assert faults_of(tmp_path)[0].startswith("a.yaml:1:1: The file cannot be read")


def test_a_folder_that_holds_itself(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "one")
    (tmp_path / "again").symlink_to(tmp_path)
    assert len(load_facts(tmp_path)) == 1


@pytest.mark.parametrize("name", ["missing", "missing.yaml"])
def test_a_path_that_is_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(UseError, match="There is no facts file or folder"):
        load_facts(tmp_path / name)


def test_no_path_at_all() -> None:
    with pytest.raises(UseError, match="No facts file was named"):
        load_facts([])


def test_a_folder_without_facts_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UseError, match="holds no facts file"):
        load_facts(tmp_path)


def test_an_id_that_two_files_give(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "one")
    write(tmp_path, "b.yaml", "two", "one")
    fault = faults_of(tmp_path)[0]
    assert fault.startswith("b.yaml:3:3: `one` is the id of another fact as well (")
    assert "a.yaml:2): rename one of the two." in fault


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        body = "".join(f"  f{at}: {{fact: A sentence, number: 1e{at}, of: bridge}}\n" for at in range(25))
        (tmp_path / name).write_text("facts:\n" + body)
    faults = faults_of(tmp_path)
    assert len(faults) == 100
    assert faults[0].startswith("a.yaml:2:3: `source` is missing")
    assert faults[-1].startswith("b.yaml:26:35: `number`: “1e24”")


def test_a_fault_shows_the_line_and_where(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("facts:\n  one:\n    fact: A\n    number: 1e6\n    of: bridge\n    source: B\n")
    with pytest.raises(FactsError) as caught:
        load_facts(file)
    assert str(caught.value) == (
        f"{file}:4:13: `number`: “1e6” is a number as computers write it: write 1,000,000 or 1 million.\n"
        "  4 |     number: 1e6\n"
        "    |             ^\n"
        "\n"
        "1 fault in the facts"
    )


def test_a_line_without_end_is_not_shown_whole(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("facts:\n  one: {number: 1e6, fact: " + "long " * 5000 + "}\n")
    with pytest.raises(FactsError) as caught:
        load_facts(file)
    assert all(len(fault.excerpt) <= 161 for fault in caught.value.faults)


def test_lists_in_lists_without_end(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("facts: " + "[" * 50_000)
    assert len(faults_of(file)) == 1


def test_the_garbage_collector_is_on_again(tmp_path: Path) -> None:
    load_facts(write(tmp_path, "a.yaml", "one"))
    assert gc.isenabled()


@pytest.mark.parametrize(
    "text",
    [
        *("\x00", "\ud7ff", ":", "- - -", "{", "? a\n: b", "&a *a", "facts: &a [*a]", "%YAML 9", "!!", "'"),
        *(
            '"\\',
            "facts: {a: {b: }}",
            "facts: {a: [b]}",
            "facts: {[a]: b}",
            "names: {a: {b: c}}",
            "---",
            "\ufeff",
        ),
    ],
)
def test_no_text_raises_anything_else(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(text, encoding="utf-8")
    assert faults_of(file)
