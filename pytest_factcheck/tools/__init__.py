"""Tools for the people who keep the facts: begin, draft, explain and try them."""
