"""From a file to an article: its text, its parts, its date, and the way back to the file."""
