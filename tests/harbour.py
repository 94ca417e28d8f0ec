"""An invented story of a harbour: what people say, try, want and sign, and what is hardly told at all."""

from __future__ import annotations

HARBOUR = """\
story:
  id: askby-harbour
  title: Storm in Askby
  as_of: 2032-05-04
sources:
  gazette:
    publisher: Askby Gazette
    title: Storm hits the harbour of Askby
    url: https://gazette.example/2032/storm
    published: 2032-05-04
entities:
  norlund:
    kind: place
    name: Norlund
    aliases: [Norlundic]
    pronoun: it
    cite: {source: gazette, paragraph: 1, quote: Norlund}
  askby:
    kind: place
    name: Askby
    is: a harbour in the west of Norlund
    pronoun: it
    within: norlund
    cite: {source: gazette, paragraph: 1, quote: Askby}
  holm:
    kind: person
    name: Edda Holm
    is: the harbour master of Askby
    aliases: [Holm, Edda, the harbour master]
    pronoun: she
    cite: {source: gazette, paragraph: 2, quote: Edda Holm}
  rook:
    kind: person
    name: Anselm Rook
    is: the chancellor of Norlund
    aliases: [Rook, Anselm, the chancellor]
    pronoun: he
    cite: {source: gazette, paragraph: 2, quote: Anselm Rook}
  falk:
    kind: person
    name: Jonas Falk
    aliases: [Falk, Jonas]
    pronoun: he
    cite: {source: gazette, paragraph: 3, quote: Jonas Falk}
  league:
    kind: organization
    name: the Norlund Lake League
    is: a league of harbours led by Norlund
    aliases: [the league]
    pronoun: it
    cite: {source: gazette, paragraph: 3, quote: the Norlund Lake League}
  choir:
    kind: organization
    name: the harbour choir
    pronoun: they
    cite: {source: gazette, paragraph: 12, quote: the harbour choir}
  petrel:
    kind: organization
    name: the Petrel
    pronoun: it
    cite: {source: gazette, paragraph: 12, quote: the Petrel}
  heron:
    kind: organization
    name: the Heron
    pronoun: it
    cite: {source: gazette, paragraph: 12, quote: the Heron}
facts:
  pier-vowed:
    says: Anselm Rook vowed to rebuild the pier.
    who: rook
    did: [vowed]
    what: to rebuild the pier
    cite: {source: gazette, paragraph: 2, quote: vowed to rebuild the pier}
  boats-asked:
    says: Falk asked the Norlund Lake League for boats.
    who: falk
    did: [asked]
    to_whom: league
    what: boats
    cite: {source: gazette, paragraph: 3, quote: asked for boats}
  ferry-safe:
    says: The Norlund Lake League said that the ferry was safe.
    who: league
    did: [said]
    what: that the ferry was safe
    certainty: claimed
    according_to: [league]
    cite: {source: gazette, paragraph: 3, quote: the ferry was safe}
  cranes-lost:
    says: Rook said that two cranes were lost.
    who: rook
    did: [said]
    what: that two cranes were lost
    certainty: claimed
    according_to: [rook]
    cite: {source: gazette, paragraph: 3, quote: two cranes}
  lake-crossed:
    says: The ferry crossed the lake slowly.
    who: the ferry
    did: [crossed]
    what: the lake
    how: slowly
    cite: {source: gazette, paragraph: 4, quote: crossed slowly}
  mail-carried:
    says: Sailors delivered the mail in rowing boats.
    who: sailors
    did: [delivered]
    what: the mail
    how: in rowing boats
    cite: {source: gazette, paragraph: 4, quote: in rowing boats}
  chapel-entered:
    says: Thieves entered the chapel.
    who: thieves
    did: [entered]
    what: the chapel
    where: askby
    cite: {source: gazette, paragraph: 5, quote: entered the chapel}
  customs-tried:
    says: Thieves tried to enter the customs house.
    who: thieves
    did: [tried to enter]
    what: the customs house
    when: {on: 2032-05-01, text: on Saturday 1 May 2032}
    cite: {source: gazette, paragraph: 5, quote: tried to enter}
  boathouse-burned:
    says: A gang set fire to the boathouse.
    who: a gang
    did: [set fire to, torched]
    what: the boathouse
    cite: {source: gazette, paragraph: 5, quote: set fire}
  horses-saved:
    says: The crew saved 40 horses.
    who: the crew
    did: [saved]
    what: horses
    how_many: {horses: "40"}
    also: {what: [cattle]}
    cite: {source: gazette, paragraph: 6, quote: 40 horses}
  tickets-dearer:
    says: Tickets got more expensive in Askby.
    who: tickets
    did: [got more expensive]
    where: askby
    cite: {source: gazette, paragraph: 6, quote: more expensive}
  brigades-came:
    says: Volunteer fire brigades came to Askby.
    who: volunteer fire brigades
    did: [came]
    also: {who: [people]}
    where: askby
    cite: {source: gazette, paragraph: 6, quote: volunteer fire brigades}
  pact-signed:
    says: Rook and Holm signed the storm pact.
    who: [rook, holm]
    did: [signed]
    what: the storm pact
    cite: {source: gazette, paragraph: 7, quote: signed the pact}
  divers-hurt:
    says: A wave hurt three divers.
    who: a wave
    did: [hurt]
    what: divers
    how_many: {divers: three}
    cite: {source: gazette, paragraph: 7, quote: three divers}
  inspectors-sent:
    says: Rook sends inspectors to Norlund.
    who: rook
    did: [sends]
    what: inspectors
    where: norlund
    cite: {source: gazette, paragraph: 7, quote: sends inspectors}
  master-wanted:
    says: Merchants want Edda Holm at the inquest.
    who: merchants
    did: [want]
    what: holm
    cite: {source: gazette, paragraph: 8, quote: want the harbour master}
  gate-locked:
    says: The lock gate stays shut since Monday 3 May 2032.
    who: the lock gate
    did: [stays shut, is blocked]
    denies: [open, free]
    when: {on: 2032-05-03, text: since Monday 3 May 2032}
    cite: {source: gazette, paragraph: 8, quote: stays shut}
  league-headed:
    says: Rook heads the Norlund Lake League.
    who: rook
    did: [heads]
    what: league
    cite: {source: gazette, paragraph: 8, quote: heads the league}
  buoys-laid:
    says: The Norlund Lake League laid buoys on Sunday 2 May 2032.
    who: league
    did: [laid]
    what: buoys
    when: {on: 2032-05-02, text: on Sunday 2 May 2032}
    cite: {source: gazette, paragraph: 9, quote: laid buoys}
  vault-stuck:
    says: The vault of the bank did not open since Tuesday 4 May 2032.
    who: the vault
    did: [did not open]
    denies: [open]
    when: {on: 2032-05-04, text: since Tuesday 4 May 2032}
    cite: {source: gazette, paragraph: 9, quote: nobody could open}
  storm-played-down:
    says: Holm portrayed the storm as harmless.
    who: holm
    did: [portrayed]
    what: the storm
    how: harmless
    cite: {source: gazette, paragraph: 9, quote: harmless}
  crew-addressed:
    says: Holm told the crew calmly to wait.
    who: holm
    did: [told]
    to_whom: the crew
    what: to wait
    how: calmly
    cite: {source: gazette, paragraph: 9, quote: calmly}
  mast-fell:
    says: Holm said that the mast had fallen.
    who: holm
    did: [said]
    what: that the mast had fallen
    certainty: claimed
    according_to: [holm]
    cite: {source: gazette, paragraph: 9, quote: the mast}
  letter-sent:
    says: Rook will write to Norlund and to Askby.
    who: rook
    did: [will write]
    to_whom: [norlund, askby]
    cite: {source: gazette, paragraph: 9, quote: will write}
  hotel-searched:
    says: Wardens searched the hotel.
    who: wardens
    did: [searched]
    what: the hotel
    when: {text: overnight}
    cite: {source: gazette, paragraph: 9, quote: searched the hotel}
  mast-stood:
    says: Rook said that the mast had stood firm.
    who: rook
    did: [said]
    what: that the mast had stood firm
    certainty: claimed
    according_to: [rook]
    cite: {source: gazette, paragraph: 9, quote: the mast}
  cargo-claimed:
    says: Holm said that the cargo had sunk.
    who: holm
    did: [said]
    what: that the cargo had sunk
    certainty: claimed
    according_to: [holm]
    cite: {source: gazette, paragraph: 9, quote: the cargo}
  clerk-left:
    says: The clerk left the town on a bicycle.
    who: the clerk
    did: [left]
    denies: [flee, run away]
    what: the town
    how: on a bicycle
    cite: {source: gazette, paragraph: 9, quote: left the town}
  goats-fed:
    says: The monks fed nine goats and six geese.
    who: the monks
    did: [fed]
    what: goats
    how_many: {goats: nine, geese: six}
    also: {what: [poultry]}
    cite: {source: gazette, paragraph: 9, quote: nine goats}
  pilots-unknown:
    says: It is not known who the pilots were that steered the tug.
    who: pilots
    did: [steered]
    what: the tug
    certainty: unknown
    cite: {source: gazette, paragraph: 9, quote: nobody knows}
  repairs-promised:
    says: Holm promised repairs.
    who: holm
    did: [promised]
    what: repairs
    cite: {source: gazette, paragraph: 9, quote: promised repairs}
  divers-unknown:
    says: It is not known who the divers were.
    what: the identity of the divers
    certainty: unknown
    asked: [What else did the lighthouse keepers say?]
    cite: {source: gazette, paragraph: 9, quote: nobody knows}
  beacon-mended:
    says: Smiths mended the beacon on Monday 3 May 2032.
    who: smiths
    did: [mended]
    what: the beacon
    when: {on: 2032-05-03, text: on Monday 3 May 2032}
    cite: {source: gazette, paragraph: 10, quote: mended the beacon}
  beacon-broken:
    says: Hail broke the beacon on Saturday 1 May 2032.
    who: hail
    did: [broke]
    what: the beacon
    when: {on: 2032-05-01, text: on Saturday 1 May 2032}
    cite: {source: gazette, paragraph: 10, quote: broke the beacon}
  fishing-forbidden:
    says: The decree forbids fishing.
    who: the decree
    did: [forbids]
    what: fishing
    cite: {source: gazette, paragraph: 11, quote: forbids fishing}
  thanks-posted:
    says: Falk thanked the cooks on Seaboard.
    who: falk
    did: [thanked]
    to_whom: the cooks
    via: Seaboard
    cite: {source: gazette, paragraph: 11, quote: thanked the cooks}
  choir-dismissed:
    says: Rook dismissed the harbour choir on Monday 3 May 2032.
    who: rook
    did: [dismissed]
    what: choir
    when: {on: 2032-05-03, text: on Monday 3 May 2032}
    denies: [stay on, keep]
    cite: {source: gazette, paragraph: 12, quote: dismissed the choir}
  organ-hidden:
    says: The Norlundic monks hid the organ and will sell it.
    who: the Norlundic monks
    did: [hid, will sell]
    what: the organ
    also: {who: [the chairman]}
    denies: [melt]
    cite: {source: gazette, paragraph: 12, quote: hid the organ}
  barges-moored:
    says: Skippers moored two barges, the Petrel and the Heron, and lent three lanterns.
    who: skippers
    did: [moored]
    what: [petrel, heron]
    how_many: {barges: two, lanterns: three}
    cite: {source: gazette, paragraph: 12, quote: moored two barges}
not_reported:
  - {asks: [What is the population of Askby?], says: The article gives no population.}
tests:
  - {ask: Who signed the storm pact?, fact: pact-signed, slot: who}
"""
"""The story."""
