"""Dead letters: what could not be processed or delivered, read, picked and sent again."""

from consumers.deadletters.letter import Letter, Picked, read_letters
from consumers.deadletters.replay import NotReplayable, Replay, replay_of

__all__ = ["Letter", "NotReplayable", "Picked", "Replay", "read_letters", "replay_of"]
