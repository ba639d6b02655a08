"""Flashpoints: an episode a topic and pair of countries; a new one begins after a quiet period."""

from datetime import datetime

import msgspec

from alerts.decision import Decision
from alerts.policy import Policy
from alerts.raising import flashpoint_alert
from alerts.reasons import Reason
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.record import Episode
from tensionwire.contracts.sighting import Sighting

MAX_ARTICLES = 100  # references carried by an episode; the count goes on


def decide_flashpoint(episodes: list[Episode], sighting: Sighting, policy: Policy) -> Decision:
    """Join the running episode of this topic and these countries, or begin a new one."""
    mention = sighting.flashpoint
    if mention is None:
        raise ValueError(f"the sighting {sighting.id} is of kind flashpoint and carries none")
    if mention.weight < policy.weight:
        return Decision(Reason.IN_PASSING)
    mine = sorted((e for e in episodes if e.countries == sighting.countries), key=lambda e: (e.last_seen or "", e.id))
    if any(a.id == sighting.article.id and a.rank >= sighting.article.rank for e in mine for a in e.articles):
        return Decision(Reason.KNOWN)
    now = sighting.article.published or sighting.article.arrived
    running = next((e for e in reversed(mine) if _runs(e, now, policy)), None)
    if running is not None:
        return Decision(Reason.JOINED, [_joined(running, sighting, now)])
    late = any(now is not None and e.first_seen is not None and now < e.first_seen for e in mine)
    episode = Episode(
        id=stable_id("episode", sighting.subject, *sighting.countries, sighting.article.id),
        subject=sighting.subject,
        topic=mention.topic,
        countries=sighting.countries,
        first_seen=now,
        last_seen=now,
        article_count=1,
        articles=[sighting.article],
    )
    if late:
        return Decision(Reason.OLDER_REPORT, [episode])
    episode.revision = 1
    alert = flashpoint_alert(episode, sighting, policy, again=bool(mine))
    episode.last_alert = alert.id
    return Decision(Reason.NEW_EPISODE, [episode], [alert])


def _runs(episode: Episode, now: str | None, policy: Policy) -> bool:
    """True where `now` lies in the episode, or at most the quiet period after or before it."""
    if now is None or episode.last_seen is None or episode.first_seen is None:
        return True
    moment = datetime.fromisoformat(now)
    first, last = datetime.fromisoformat(episode.first_seen), datetime.fromisoformat(episode.last_seen)
    return first - policy.quiet <= moment <= last + policy.quiet


def _joined(episode: Episode, sighting: Sighting, now: str | None) -> Episode:
    again = any(a.id == sighting.article.id for a in episode.articles)
    others = [a for a in episode.articles if a.id != sighting.article.id]
    return msgspec.structs.replace(
        episode,
        articles=[*others, sighting.article][-MAX_ARTICLES:],
        article_count=episode.article_count + (0 if again else 1),
        first_seen=min(filter(None, (episode.first_seen, now)), default=None),
        last_seen=max(filter(None, (episode.last_seen, now)), default=None),
    )
