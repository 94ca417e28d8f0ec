"""Two invented stories of one town, in which names, ids and questions clash on purpose."""

from __future__ import annotations

FIRE = """\
story:
  id: harbour-fire
  title: Harbour fire in Velmora
  as_of: 2031-05-02
  summary: [fire-began, workers-rescued, inquiry-ordered]
sources:
  gazette:
    publisher: Velmora Gazette
    title: Warehouse burns at the harbour
    url: https://gazette.example/fire
    published: 2031-05-02
entities:
  velmora: {kind: place, name: Velmora, pronoun: it, cite: {source: gazette, paragraph: 1, quote: Velmora}}
  okoro:
    kind: person
    name: Dana Okoro
    is: the fire chief of Velmora
    aliases: [Okoro, Dana, the fire chief]
    pronoun: she
    cite: {source: gazette, paragraph: 2, quote: fire chief Dana Okoro}
  rask:
    kind: person
    name: Emil Rask
    is: the mayor of Velmora
    aliases: [Rask, the mayor]
    pronoun: he
    cite: {source: gazette, paragraph: 4, quote: Mayor Emil Rask}
facts:
  fire-began:
    says: A fire broke out in a warehouse at the harbour of Velmora on Tuesday 29 April 2031 because of a faulty cable.
    who: a fire
    did: [broke out, started, began]
    where: [a warehouse at the harbour, velmora]
    when: {on: 2031-04-29, text: on Tuesday 29 April 2031}
    why: a faulty cable
    cite: {source: gazette, paragraph: 1, quote: broke out in a warehouse}
  workers-rescued:
    says: Firefighters rescued 14 dock workers from the warehouse.
    who: firefighters
    did: [rescued, saved]
    what: dock workers
    how_many: {dock workers: "14"}
    cite: {source: gazette, paragraph: 2, quote: rescued 14 dock workers}
  okoro-praises:
    says: Fire chief Dana Okoro praised the crews for their courage.
    who: okoro
    did: [praised]
    what: the crews
    why: their courage
    cite: {source: gazette, paragraph: 3, quote: praised the crews}
  inquiry-ordered:
    says: Mayor Emil Rask ordered an inquiry on Thursday 1 May 2031 to find out why the warehouse had no sprinklers.
    who: rask
    did: [ordered]
    what: an inquiry
    when: {on: 2031-05-01, text: on Thursday 1 May 2031}
    purpose: to find out why the warehouse had no sprinklers
    cite: {source: gazette, paragraph: 4, quote: ordered an inquiry}
  road-closed:
    says: Police closed the coast road for three days.
    who: police
    did: [closed]
    what: the coast road
    how_long: three days
    cite: {source: gazette, paragraph: 5, quote: closed the coast road}
  smoke-advice:
    says: Parents were told to keep their windows shut.
    who: parents
    did: [were told]
    asked: [What should parents do?]
    cite: {source: gazette, paragraph: 6, quote: keep windows shut}
not_reported:
  - {asks: [How much did the damage cost?], says: The article gives no cost of the damage., near: [fire-began]}
tests:
  - {ask: When did the fire break out?, fact: fire-began, slot: when}
  - {ask: How many dock workers were rescued?, fact: workers-rescued, slot: how_many}
  - {ask: Who praised the crews?, fact: okoro-praises, slot: who}
  - {ask: Who ordered an inquiry into the sprinklers?, fact: inquiry-ordered, slot: who}
  - {ask: How long was the coast road closed?, fact: road-closed, slot: how_long}
  - {ask: Who put up the prize?, fact: none}
"""

WALKOUT = """\
story:
  id: tram-walkout
  title: Tram walkout in Velmora
  as_of: 2031-05-20
  summary: [walkout-began, okoro-demands, inquiry-ordered]
sources:
  gazette:
    publisher: Velmora Gazette
    title: Tram drivers walk out
    url: https://gazette.example/walkout
    published: 2031-05-20
entities:
  velmora: {kind: place, name: Velmora, pronoun: it, cite: {source: gazette, paragraph: 1, quote: Velmora}}
  okoro:
    kind: person
    name: Samuel Okoro
    is: the leader of the drivers' union
    aliases: [Okoro, Samuel, the union leader]
    pronoun: he
    cite: {source: gazette, paragraph: 2, quote: union leader Samuel Okoro}
  rask:
    kind: person
    name: Emil Rask
    is: the mayor of Velmora
    aliases: [Rask, the mayor]
    pronoun: he
    cite: {source: gazette, paragraph: 4, quote: Mayor Emil Rask}
  transit-board:
    kind: organization
    name: the Transit Board
    aliases: [the board]
    pronoun: it
    cite: {source: gazette, paragraph: 3, quote: the Transit Board}
facts:
  walkout-began:
    says: Tram drivers in Velmora began a walkout on Monday 12 May 2031 because of unpaid overtime.
    who: tram drivers
    did: [began a walkout, walked out, stopped work]
    where: velmora
    when: {on: 2031-05-12, text: on Monday 12 May 2031}
    why: unpaid overtime
    asked: [When did the walkout begin?]
    cite: {source: gazette, paragraph: 1, quote: began a walkout}
  okoro-demands:
    says: Union leader Samuel Okoro demanded a pay rise of eight per cent.
    who: okoro
    did: [demanded]
    what: a pay rise of eight per cent
    cite: {source: gazette, paragraph: 2, quote: demanded a pay rise}
  board-refuses:
    says: The Transit Board refused to talk for as long as trams stand still.
    who: transit-board
    did: [refused]
    what: to talk
    how_long: as long as trams stand still
    cite: {source: gazette, paragraph: 3, quote: refused to talk}
  inquiry-ordered:
    says: Mayor Emil Rask ordered an inquiry on Friday 16 May 2031 to find out where the wages had gone.
    who: rask
    did: [ordered]
    what: an inquiry
    when: {on: 2031-05-16, text: on Friday 16 May 2031}
    purpose: to find out where the wages had gone
    cite: {source: gazette, paragraph: 4, quote: ordered an inquiry}
  road-closed:
    says: Pickets blocked the market road for two hours.
    who: pickets
    did: [blocked, closed]
    what: the market road
    how_long: two hours
    cite: {source: gazette, paragraph: 5, quote: blocked the market road}
  passengers-walk:
    says: About 40,000 passengers had to walk to work.
    who: passengers
    did: [walked]
    how_many: {passengers: "about 40,000"}
    asked: [How many passengers had to walk?]
    cite: {source: gazette, paragraph: 6, quote: had to walk}
  smoke-advice:
    says: Parents were told to share their cars.
    who: parents
    did: [were told]
    asked: [What should parents do?]
    cite: {source: gazette, paragraph: 6, quote: share their cars}
not_reported:
  - {asks: [How long will the walkout last?], says: Its length is not reported., near: [board-refuses]}
tests:
  - {ask: When did the walkout begin?, fact: walkout-began}
  - {ask: Who demanded a pay rise?, fact: okoro-demands, slot: who}
  - {ask: Who refused to talk?, fact: board-refuses, slot: who}
  - {ask: Who ordered an inquiry into the wages?, fact: inquiry-ordered, slot: who}
  - {ask: How long was the market road blocked?, fact: road-closed, slot: how_long}
  - {ask: Who put up the prize?, fact: none}
"""
