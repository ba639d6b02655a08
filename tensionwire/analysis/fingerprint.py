"""A sketch of what an article says, by which near-copies are known: the smallest hashes of its sentences.

A bottom-k sketch after Broder, "On the resemblance and containment of documents" (1997), with sentences as shingles:
agencies' texts are reprinted sentence by sentence, with a line changed or the end cut.
"""

import heapq

import xxhash

from tensionwire.analysis.draft import Draft

SIZE = 16  # hashes that are kept
SHORT = 30  # code points; shorter sentences say too little to tell one article by


def fingerprint(draft: Draft) -> list[int]:
    """The smallest 32-bit hashes of the article's sentences, sorted; empty for a text of very few words."""
    found = set()
    for start, end, _ in draft.sentences:
        if end - start >= SHORT:
            said = " ".join(draft.text[start:end].lower().split())
            found.add(xxhash.xxh32_intdigest(said.encode("utf-8", "surrogatepass")))
    return heapq.nsmallest(SIZE, found)
