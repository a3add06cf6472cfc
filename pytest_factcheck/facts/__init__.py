"""YAML to a book of facts."""
