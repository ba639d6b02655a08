"""Step 1: which parts of the text are web clutter. The text itself is never changed."""

from tensionwire.analysis.draft import Draft

LONGEST_CLUTTER = 200  # code points; a longer line is text, however it begins


def clean(draft: Draft) -> None:
    """Mark lines of clutter, and a line that repeats an earlier one or begins with it (captions come doubled)."""
    dirt = draft.lexicon.dirt
    seen: set[str] = set()
    previous = ""
    start = 0
    for line in draft.text.splitlines(keepends=True):
        end = start + len(line)
        bare = line.strip().lstrip("•-*– ").strip()
        short = len(bare) <= LONGEST_CLUTTER
        begins_again = (
            bool(previous) and len(previous) > 40 and bare.startswith(previous) and len(bare) < len(previous) + 80
        )
        if bare and (
            (short and (bare in dirt.lines or bare.startswith(dirt.begins)))
            or (len(bare) > 40 and bare in seen)
            or begins_again
        ):
            draft.clutter.append((start, end))
        if bare:
            seen.add(bare)
            previous = bare
        start = end
