"""The output formats: one file each; the suffix that a file claims chooses it."""
