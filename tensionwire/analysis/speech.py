"""Words and marks by which a text tells that somebody speaks."""

SPEECH = frozenset(
    "sagte sagt sagten erklärte erklärten betonte warf schrieb teilte twitterte hieß meinte mahnte warnte kritisierte "
    "lobte forderte nannte bezeichnete verurteilte äußerte äusserte berichtete bestätigte kündigte said says told "
    "wrote warned called accused praised condemned added insisted argued described denied tweeted reported announced "
    "confirmed stressed noted urged".split()
)
QUOTES = frozenset('"“”„«»‹›')
