"""English: figures, times, names and speech, read without any fact."""
