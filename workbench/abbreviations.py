"""Abbreviations that end in a stop, by how they behave; in lower case, without their last stop."""

from __future__ import annotations


def _each(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Before a name; they count where they are written with a capital letter.
TITLES = _each("dr prof mr mrs ms st mt messrs rev hon gov sen rep gen sgt lt col capt drs profs")
# Never the end of a sentence (“et al.” alone may be).
LEADING = _each("vs e.g eg i.e ie cf approx ca incl excl viz esp resp al")
# Before a number.
NUMBERED = _each(
    """no nos fig figs vol vols p pp ch chap sec sect tab tabs eq ref refs art par para app ver cat max min avg est
    tel ext ed eds ser suppl wt conc temp jan feb mar apr jun jul aug sep sept oct nov dec"""
)
# Behind a number.
UNITS = _each(
    """min mins hr hrs h sec secs s mg mgs kg kgs g gm gms mcg ug ng ml l dl cc lb lbs oz in ft cm mm wk wks mo mos
    yr yrs d iu"""
)
# Part of a name: a sentence ends there only where a word follows that opens one.
NAMES = _each(
    """u.s u.k u.s.a e.u u.n d.c inc corp ltd co llc plc bros jr sr ph.d phd m.d d.o d.d.s r.n n.p p.a b.s b.a m.s
    m.a m.b m.p.h m.sc b.sc pharm.d psy.d ed.d d.phil r.d r.ph l.c.s.w f.a.c.p dept univ assn intl natl govt
    ave blvd inst hosp assoc med lab labs calif mass fla tex"""
)
# The end of a sentence wherever a capital letter follows.
DOTTED = _each(
    """a.m p.m i.v i.m s.c s.q i.n p.o p.r s.l b.i.d t.i.d q.i.d q.d q.o.d q.h q.h.s p.r.n o.d b.d t.d.s etc p.c a.c
    h.s n.b c.e b.c a.d"""
)
MONTHS = _each("jan feb mar apr jun jul aug sep sept oct nov dec")
# Abbreviations that are words as well.
WORDS = _each("no art par cat ed app in sec mo")
# What follows a time of day without ending the sentence.
WHEN = _each(
    """monday tuesday wednesday thursday friday saturday sunday eastern central mountain pacific est et ct mt pt pst
    cst gmt utc"""
)
# Function words that open a sentence and are hardly ever a name.
STARTERS = _each(
    """a about after again all also although always an and another any are as ask at avoid be because before both but
    by call can check could despite did do does don't during each either even every few finally first for from
    had has have he her here his how however i i'm i've if in instead is it it's its just keep let like many
    may more most much my nearly neither never no none nor not nothing now of often on once one only or other
    others our over people please perhaps rather read results seek several she should similarly since so some
    sometimes speak still such take talk than that that's the their them then there there's therefore these
    they they're this those though through thus to today together two under unless unlike until use was we
    we're were what when where whether which while who why will with within without would yes yet you you're
    your"""
)
