"""Words and marks by which a text tells that somebody speaks, and where nobody is spoken with."""

import re

from tensionwire.lexicon.compiled import Hit

SPEECH = frozenset(
    "sagte sagt sagten erklärte erklärten betonte warf schrieb teilte twitterte hieß meinte mahnte warnte kritisierte "
    "lobte forderte nannte bezeichnete verurteilte äußerte äusserte berichtete bestätigte kündigte said says told "
    "wrote warned called accused praised condemned added insisted argued described denied tweeted reported announced "
    "confirmed stressed noted urged".split()
)
QUOTES = frozenset('"“”„«»‹›')
SPOKE = re.compile(r"spr(?:ach(?:en)?|icht|echen)|spoke|speaks?", re.IGNORECASE)
SPOKE_OF = (" von ", " of ")
SEEING = ("see", "sees", "seen")
# Who is seen, and no more of them: `will see Putin on Friday`, not `sees Putin as a threat`, `has seen Putin's letter`.
SEEN = re.compile(
    r" (?:him|her|them|each other|one another|(?:(?:the \w+|Mr|Ms|Mrs|President|Prime Minister|Foreign Minister) )?"
    r"[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})"
    r"(?=[.,;]| (?:in|at|on|during|before|after|for|next|this|later|again|there|today|tomorrow|separately|too)\b|$)"
)
WITH = re.compile(r"[^.;:!?\n]{0,80} (?:mit|with) ")  # sprach von Angesicht zu Angesicht mit Putin
CALLED = ("called", "calls", "call", "calling")
# `Putin a butcher`; not `Putin a day after`.
A_NAME = re.compile(
    r" (?:[A-Z][\w.’'-]* (?:(?:de|da|von|van|der|bin|al|el) )?){1,5}an? "
    r"(?!(?:\w+ )?(?:time|day|week|month|year|few|little|couple|half|fortnight|minute|hour)s?\b)"
)


def only_said(text: str, hit: Hit) -> bool:
    """True where nobody was spoken with: `sprachen von Fortschritten`, `called Putin a butcher`, `Oman-mediated`."""
    if hit.start and text[hit.start - 1] == "-" and text.endswith("ed", hit.start, hit.end):
        return True
    if text.endswith(SEEING, hit.start, hit.end) and hit.meanings[0].detail == "joint":
        return SEEN.match(text, hit.end) is None
    if text.endswith("off to", hit.start, hit.end):
        return text.startswith((" a ", " an "), hit.end)  # is off to a good start
    if text.startswith(SPOKE_OF, hit.end):
        return SPOKE.fullmatch(text, hit.start, hit.end) is not None and not WITH.match(text, hit.end)
    return text.endswith(CALLED, hit.start, hit.end) and A_NAME.match(text, hit.end) is not None
