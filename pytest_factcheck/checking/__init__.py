"""An article and a book of facts make verdicts."""
