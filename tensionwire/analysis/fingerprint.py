"""A sketch of what an article says, by which near-copies are known: the smallest hashes of its sentences.

A bottom-k sketch after Broder, "On the resemblance and containment of documents" (1997), with sentences as shingles:
agencies' texts are reprinted sentence by sentence, with a line changed or the end cut.
"""

import re

import xxhash

from tensionwire.analysis.draft import Draft

SIZE = 16  # hashes that are kept
SHORT = 30  # code points; shorter sentences say too little to tell one article by
WORDS = re.compile(r"\W+")


def fingerprint(draft: Draft) -> list[int]:
    """The smallest 32-bit hashes of the article's sentences, sorted; empty for a text of very few words."""
    found = set()
    for sentence in draft.sentences:
        said = WORDS.sub(" ", draft.text[sentence.start : sentence.end]).strip().lower()
        if len(said) >= SHORT:
            found.add(xxhash.xxh32_intdigest(said.encode("utf-8", "surrogatepass")))
    return sorted(found)[:SIZE]
