"""One file for each format of articles: its `SUFFIXES`, and `read(source)`; the folder is the list."""
