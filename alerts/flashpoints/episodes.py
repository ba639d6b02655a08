"""Flashpoints: an episode a topic and pair of countries; a new one begins after a quiet period."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from alerts.decision import Decision
from alerts.flashpoints.surge import Surge, hour_of, recent, surge
from alerts.life.reports import is_copy
from alerts.policy import Policy
from alerts.raising import flashpoint_alert
from alerts.reasons import Reason
from alerts.subject import Subject
from tensionwire.contracts.ids import stable_id
from tensionwire.contracts.record import Episode
from tensionwire.contracts.sighting import ArticleRef, Sighting

FEWEST = 20  # articles that an episode carries, beside all of the current hour
MOST = 200


def decide_flashpoint(subject: Subject, sighting: Sighting, policy: Policy) -> Decision:
    """Join the running episode of this topic and these countries, or begin a new one."""
    mention = sighting.flashpoint
    if mention is None:
        raise ValueError(f"the sighting {sighting.id} is of kind flashpoint and carries none")
    if mention.weight < policy.weight:
        return Decision(Reason.IN_PASSING)
    mine, article = subject.episodes(sighting.countries), sighting.article
    now = article.published or article.arrived
    carried = [a for e in mine for a in e.articles]
    if any(a.id == article.id and a.rank >= article.rank for a in carried):
        return Decision(Reason.KNOWN)
    if any(a.id != article.id and is_copy(a, article) for a in carried):
        return Decision(Reason.NEAR_COPY)
    running = next((e for e in mine if _runs(e, now, policy)), None)
    if running is None:
        return _begun(mine, sighting, mention.topic, now, policy)
    joined = _joined(running, article, now)
    late = (now or "") < (running.last_seen or "")
    found = None if late else surge([joined, *(e for e in mine if e is not running)], joined, now, policy.surge)
    if found is None:
        return Decision(Reason.OLDER_REPORT if late else Reason.JOINED, [joined])
    joined.surged = now
    return _raised(joined, sighting, policy, "surge", found)


def _begun(mine: Sequence[Episode], sighting: Sighting, topic: str, now: str | None, policy: Policy) -> Decision:
    episode = Episode(
        id=stable_id("episode", sighting.subject, *sighting.countries, sighting.article.id),
        subject=sighting.subject,
        topic=topic,
        countries=sighting.countries,
    )
    episode = _joined(episode, sighting.article, now)
    if any(now is not None and e.first_seen is not None and now < e.first_seen for e in mine):
        return Decision(Reason.OLDER_REPORT, [episode])
    return _raised(episode, sighting, policy, "quiet-period-over" if mine else "first-time", None)


def _raised(episode: Episode, sighting: Sighting, policy: Policy, why: str, found: Surge | None) -> Decision:
    """Count the revision and make its alert. Changes `episode`, which no one else holds yet."""
    episode.revision += 1
    alert = flashpoint_alert(episode, sighting, policy, why=why, surge=found)
    episode.last_alert = alert.id
    return Decision(Reason.SURGE if found else Reason.NEW_EPISODE, [episode], [alert])


def _runs(episode: Episode, now: str | None, policy: Policy) -> bool:
    """True where `now` lies in the episode, or at most the quiet period after or before it."""
    if now is None or episode.last_seen is None or episode.first_seen is None:
        return True
    moment = datetime.fromisoformat(now)
    first, last = datetime.fromisoformat(episode.first_seen), datetime.fromisoformat(episode.last_seen)
    return first - policy.quiet <= moment <= last + policy.quiet


def _joined(episode: Episode, article: ArticleRef, now: str | None) -> Episode:
    again = any(a.id == article.id for a in episode.articles)
    hours = dict(episode.hours)
    if now is not None and not again:
        hours[hour_of(now)] = hours.get(hour_of(now), 0) + 1
    last = max(filter(None, (episode.last_seen, now)), default=None)
    articles = [*(a for a in episode.articles if a.id != article.id), article]
    return msgspec.structs.replace(
        episode,
        articles=_carried(articles, last),
        article_count=episode.article_count + (0 if again else 1),
        hours=recent(hours, last),
        first_seen=min(filter(None, (episode.first_seen, now)), default=None),
        last_seen=last,
        touched=max(filter(None, (episode.touched, article.arrived or article.published)), default=None),
    )


def without(episode: Episode, articles: Sequence[ArticleRef]) -> Episode:
    """The episode without these of its articles, which a correction took back."""
    if not articles:
        return episode
    hours = dict(episode.hours)
    for article in articles:
        hour = hour_of(article.published or article.arrived or "")
        hours[hour] = hours.get(hour, 0) - 1
    gone = {a.id for a in articles}
    return msgspec.structs.replace(
        episode,
        articles=[a for a in episode.articles if a.id not in gone],
        article_count=episode.article_count - len(gone),
        hours={hour: number for hour, number in hours.items() if number > 0},
    )


def _carried(articles: list[ArticleRef], last: str | None) -> list[ArticleRef]:
    """The articles of the current hour, and at least the latest few."""
    if last is None:
        return articles[-FEWEST:]
    hour = hour_of(last)
    now = sum(1 for a in articles if hour_of(a.published or a.arrived or "") == hour)
    return articles[-min(max(now, FEWEST), MOST) :]
