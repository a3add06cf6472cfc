"""Which fact a mention speaks of."""
