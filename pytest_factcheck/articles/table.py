"""Where in a table a reader is, and which blocks head its columns and rows."""

WIDEST_CELL = 99


class Table:
    """Follows rows and cells; the cells of the first row and the `th` of a row head what comes after them."""

    def __init__(self) -> None:
        self._row, self._column, self._width = -1, -1, 1
        self._columns: dict[int, int] = {}
        self._row_head: int | None = None

    def begin_row(self) -> None:
        """Go to the next row."""
        self._row, self._column, self._width, self._row_head = self._row + 1, -1, 1, None

    def begin_cell(self, colspan: str = "") -> None:
        """Go to the next cell, past the columns that the one before it spans."""
        self._column += self._width if self._column >= 0 else 1
        self._width = min(int(colspan), WIDEST_CELL) if colspan.isdecimal() and int(colspan[:9]) > 0 else 1

    def head(self, block: int) -> None:
        """Note a block of a header cell."""
        self._row_head = block
        if self._row <= 0:
            self._columns.update(
                (column, block) for column in range(self._column, self._column + self._width)
            )

    def lead(self, *, is_header: bool) -> int | None:
        """Give the block that heads the cell: its column's, else its row's; none for a column's header."""
        if is_header and self._row <= 0:
            return None
        return self._columns.get(self._column, self._row_head)
