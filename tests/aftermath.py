"""What came after in the invented story: people in a place, a body named after a country, quotations, a ban."""

from __future__ import annotations

from tests.answeringcases import STORY

MORE_ENTITIES = """\
  market-square:
    kind: place
    name: the market square
    aliases: [the square]
    pronoun: it
    within: orvendale
    cite: {source: herald, paragraph: 7, quote: the market square}
  wardens:
    kind: organization
    name: the wardens
    pronoun: they
    cite: {source: herald, paragraph: 9, quote: the wardens}
  relief-corps:
    kind: organization
    name: the Selvanian Relief Corps
    is: a league of towns led by Selvania
    aliases: [the corps]
    pronoun: it
    cite: {source: herald, paragraph: 7, quote: the Selvanian Relief Corps}
"""
MORE_FACTS = """\
  tents-pitched:
    says: The Selvanian Relief Corps pitched dozens of tents on the market square beside hundreds of onlookers.
    who: relief-corps
    did: [pitched, put up]
    what: dozens of tents
    where: market-square
    cite: {source: herald, paragraph: 7, quote: pitched dozens of tents}
  families-slept:
    says: Families from the valley slept on the market square on Tuesday 10 June 2031, as Brukner noted.
    who: families
    did: [slept]
    also: {who: [people]}
    where: market-square
    when: {on: 2031-06-10, text: on Tuesday 10 June 2031}
    cite: {source: herald, paragraph: 7, quote: families slept}
  corps-led:
    says: Lindqvist chairs the Selvanian Relief Corps.
    who: lindqvist
    did: [chairs, presides over]
    what: relief-corps
    cite: {source: herald, paragraph: 7, quote: chairs the corps}
  keepers-sacked:
    says: Lindqvist sacked two dam keepers, so that heads rolled at once.
    who: lindqvist
    did: [sacked, heads rolled]
    what: two dam keepers
    where: kestrin-dam
    cite: {source: herald, paragraph: 8, quote: sacked two dam keepers}
  mayor-promises:
    says: Lindqvist said “we will build a new bridge”.
    who: lindqvist
    did: [said]
    what: "“we will build a new bridge”"
    certainty: claimed
    according_to: [lindqvist]
    cite: {source: herald, paragraph: 8, quote: we will build a new bridge}
  mayor-reports:
    says: Lindqvist said that a new bridge would take a year to build.
    who: lindqvist
    did: [said]
    what: that a new bridge would take a year to build
    certainty: claimed
    according_to: [lindqvist]
    cite: {source: herald, paragraph: 8, quote: a year to build}
  wardens-report:
    says: Wardens report that anglers were injured at the weir.
    who: wardens
    did: [report]
    what: that anglers were injured at the weir
    certainty: claimed
    according_to: [wardens]
    cite: {source: herald, paragraph: 9, quote: anglers were injured}
  swimming-banned:
    says: The River Ministry banned swimming in the lake.
    who: river-ministry
    did: [banned]
    what: swimming
    where: the lake
    cite: {source: herald, paragraph: 9, quote: banned swimming}
  families-unknown:
    says: Nobody has said who the families on the market square were.
    who: families
    did: [were not identified]
    what: the identity of the families
    where: market-square
    certainty: unknown
    cite: {source: herald, paragraph: 9, quote: nobody has said}
  gym-searched:
    says: Divers searched the gym below the Kestrin dam overnight.
    who: divers
    did: [searched]
    what: the gym
    when: {text: overnight}
    where: kestrin-dam
    cite: {source: herald, paragraph: 9, quote: searched the gym}
  fair-cancelled:
    says: The ferry was not available, and the fair did not go ahead on Wednesday 11 June 2031.
    who: the ferry
    did: [was not available]
    denies: [go ahead]
    when: {on: 2031-06-11, text: on Wednesday 11 June 2031}
    what: the fair
    cite: {source: herald, paragraph: 9, quote: not go ahead}
"""
MORE_GAPS = """\
  - {asks: [Who was the mayor before Lindqvist?], says: The articles name no earlier mayor., near: [keepers-sacked]}
  - {asks: [What did Norgaard say?], says: The articles do not quote Norgaard.}
  - {asks: [Where did Norgaard live?], says: The articles do not say where Norgaard lives.}
  - {asks: [Did Norgaard visit the camp?], says: The articles tell of no visit.}
"""
AFTERMATH = (
    STORY.replace("facts:\n", MORE_ENTITIES + "facts:\n")
    .replace("not_reported:\n", MORE_FACTS + "not_reported:\n")
    .replace("tests:\n", MORE_GAPS + "tests:\n")
)
"""The story with all of that."""
