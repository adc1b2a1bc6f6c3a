"""Topics: what people spoke of, found without the codebook. BERTopic lives only here."""

from qualcode.topicmodel.crosswalk import topic_matrix
from qualcode.topicmodel.discovery import REST, topics
from qualcode.topicmodel.proposals import accept, proposed_codes

__all__ = ["REST", "accept", "proposed_codes", "topic_matrix", "topics"]
