"""Step 8: the topics that are worth a report by their learned weights, each with how much the article says of it."""

from tensionwire.analysis.draft import Draft
from tensionwire.analysis.flashpoints.countries import countries
from tensionwire.analysis.flashpoints.scene import LEAD_SENTENCES, Topic, TopicScene
from tensionwire.analysis.flashpoints.signals import signals
from tensionwire.contracts.tagged import FlashpointMention

# The weight: 1 where a topic stands in the title, in the lead and in a third of the sentences.
TITLE = 0.35
LEAD = 0.15
SHARE = 0.35
TITLED = 0.2  # log-odds: how much less must speak for a topic that stands in the title
LONG = 60  # sentences of a page on which one of them says nothing of what it is about


def flashpoints(draft: Draft) -> None:
    """Weigh each topic, and leave out those that are named in passing. Needs hits, sentences, mentions and contacts."""
    scene = TopicScene(draft)
    model = draft.lexicon.topic_model
    for name, topic in scene.topics.items():
        if not topic.candidate:
            continue
        if _lost(scene, topic):
            continue
        if model.sum_of(name, signals(scene, name, topic)) > model.least(name) - TITLED * topic.titled:
            spans = sorted(topic.spans, key=lambda s: s.start)
            draft.flashpoints.append(FlashpointMention(topic=name, weight=_weight(draft, topic), spans=spans))
    draft.flashpoints.sort(key=lambda f: (-f.weight, f.topic))
    draft.countries = countries(draft)


def _lost(scene: TopicScene, topic: Topic) -> bool:
    """True for a topic that one sentence of a long page names, and its title does not."""
    return scene.sentences > LONG and len(topic.said) == 1 and not topic.titled


def _weight(draft: Draft, topic: Topic) -> float:
    """How much of the article is about the topic, of 1."""
    places = topic.said
    weight = min(1.0, len(places) / max(3.0, len(draft.sentences) * SHARE)) * (1 - TITLE - LEAD)
    weight += TITLE * topic.titled + LEAD * any(p < LEAD_SENTENCES for p in places)
    if len(topic.named or places) <= 1 and not topic.titled:
        weight = min(weight, LEAD)  # one sentence may be worth a tag, never an alert
    return round(weight, 3)
