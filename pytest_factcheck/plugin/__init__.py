"""The pytest plugin: the only room that imports pytest."""
