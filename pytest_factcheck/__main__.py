"""`python -m pytest_factcheck`: the tools for the people who keep the facts."""

import sys

from pytest_factcheck.tools.command import main

sys.exit(main(sys.argv[1:]))
