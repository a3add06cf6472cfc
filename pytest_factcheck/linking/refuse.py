"""The checks that turn a link down, in the order of what they cost."""

from typing import Literal

from pytest_factcheck.linking.another import another_one, doubt_another
from pytest_factcheck.linking.belonging import identifies, inside_other, own_head, own_phrase, unit_noun
from pytest_factcheck.linking.case import Case
from pytest_factcheck.linking.claims import (
    any_one,
    either_way,
    guess,
    included,
    interim,
    local,
    not_words,
    not_words_close,
    of_a_predecessor,
    older,
    one_day,
    other_source,
    personal,
    plan_or_denial,
    still_going_on,
    that_earlier_one,
    the_last_time,
    with_words,
)
from pytest_factcheck.linking.deeds import deed_parties
from pytest_factcheck.linking.digression import goes_on_elsewhere, in_general, new_one
from pytest_factcheck.linking.doers import doer
from pytest_factcheck.linking.rivals import foreign_subject, one_side, other_event, rival_names
from pytest_factcheck.linking.times import other_epoch, other_time, part_of_period, time_right_behind
from pytest_factcheck.linking.totals import (
    change_amount,
    compared,
    not_the_total,
    one_of_many,
    other_side,
    part_of_total,
    the_whole,
)

Weight = Literal["", "final", "unless sure", "unless telling"]


def refusal(case: Case) -> tuple[str, Weight]:
    """Give the first reason to turn the link down, if any; doubts and clues are noted on the way.

    A final reason holds whatever the value; another one does not keep the fact's exact figure from being confirmed,
    if that figure is telling or even sure.
    """
    for check in CHECKS:
        reason = check(case)
        if reason:
            return (
                reason,
                "final" if check in FINAL else "unless sure" if check is unit_noun else "unless telling",
            )
    return "", ""


CHECKS = (
    not_words_close,
    either_way,
    included,
    that_earlier_one,
    any_one,
    of_a_predecessor,
    the_last_time,
    still_going_on,
    older,
    not_words,
    not_the_total,
    the_whole,
    one_of_many,
    compared,
    change_amount,
    own_phrase,
    own_head,
    part_of_total,
    other_epoch,
    another_one,
    unit_noun,
    other_side,
    other_event,
    rival_names,
    deed_parties,
    inside_other,
    one_side,
    identifies,
    time_right_behind,
    part_of_period,
    other_time,
    doer,
    foreign_subject,
    doubt_another,
    plan_or_denial,
    guess,
    in_general,
    goes_on_elsewhere,
    new_one,
    other_source,
    interim,
    one_day,
    personal,
    local,
    with_words,
)
"""In the order of what they cost; the first reason ends it."""


FINAL = frozenset(
    (
        not_words_close,
        either_way,
        included,
        not_the_total,
        compared,
        change_amount,
        own_head,
        part_of_total,
        other_epoch,
        other_side,
        time_right_behind,
    )
)
