"""Who is meant by `I` in a quotation: whoever the sentence says speaks."""

import re

from tensionwire.analysis.draft import Sentence
from tensionwire.analysis.entities.roll import Who
from tensionwire.analysis.entities.salience import Actor, Salience
from tensionwire.analysis.speech import QUOTES, SPEECH

FIRST_PERSON = {"de": re.compile(r"\b(?:[Ii]ch|mich|mir)\b"), "en": re.compile(r"\b(?:I\b(?!\.)|me\b)")}
WORDS = re.compile(r"\w+")
BEHIND, BEFORE = 2, 3  # words around a name, and its office, in which stands that he speaks
REACH = 40  # code points that these take at most


class Speakers:
    """Resolves the first person of one article."""

    def __init__(self, salience: Salience) -> None:
        self.salience, self.draft = salience, salience.draft
        self.first_person = FIRST_PERSON["en" if self.draft.language == "en" else "de"]
        self.quotes = not QUOTES.isdisjoint(self.draft.text)

    def resolve(self, sentence: Sentence) -> None:
        """The first `I` of a sentence that says who speaks."""
        if not self.quotes:
            return
        text, (start, end, _) = self.draft.text, sentence
        said = self.first_person.search(text, start, end)
        if said is None or QUOTES.isdisjoint(text[max(0, start - 1) : end + 1]):
            return
        speaker = self._speaker(sentence, said.start())
        if speaker is not None:
            self.salience.add(said.start(), said.end(), speaker, "pronoun")

    def _speaker(self, sentence: Sentence, at: int) -> Who | None:
        """Who speaks, outside of the quotation in which a word stands."""
        text = self.draft.text
        for actor in self.salience.actors(sentence):
            low, high = sorted((at, actor.start))
            if actor.who.country and self._speaks(actor) and not QUOTES.isdisjoint(text[low:high]):
                return actor.who
        return None

    def _speaks(self, actor: Actor) -> bool:
        text = self.draft.text
        behind = WORDS.findall(text[actor.end : actor.end + REACH].lower())[:BEHIND]
        before = WORDS.findall(text[max(0, actor.begin - REACH) : actor.begin].lower())[-BEFORE:]
        return not SPEECH.isdisjoint([*behind, *before])
