"""Facts of the project that are computed, and so are kept in Python: here, the number of NATO's members."""

import pytest_factcheck

NATO_MEMBERS = """
    Albania, Belgium, Bulgaria, Canada, Croatia, Czechia, Denmark, Estonia, Finland, France, Germany, Greece,
    Hungary, Iceland, Italy, Latvia, Lithuania, Luxembourg, Montenegro, Netherlands, North Macedonia, Norway,
    Poland, Portugal, Romania, Slovakia, Slovenia, Spain, Sweden, Türkiye, United Kingdom, United States
""".split(",")


@pytest_factcheck.fact
def nato_members() -> dict[str, object]:
    """How many members NATO has: counted from the list, so that the two cannot drift apart."""
    count = len(NATO_MEMBERS)
    return {
        "fact": f"NATO has {count} members",
        "number": count,
        "unit": "members, member states, nations, countries, allies",
        "of": "NATO, alliance",
        "with": "has, have, counts, consists of, made up of, comprises, member",
        "from": "7 March 2024",  # the day on which Sweden joined
        "source": {"name": "NATO, list of member countries", "url": "https://www.nato.int/"},
        "verified_by": "foreign desk",
        "verified_on": "15 December 2025",
        "examples": {
            "agree": "NATO has 32 members.",
            "contradict": "NATO has 31 members.",
            "ignore": "Two of the members of NATO border Ukraine's neighbour.",
        },
    }
