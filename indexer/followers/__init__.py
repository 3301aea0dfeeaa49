"""The search indexes: followers that hold nothing which the library does not."""

from indexer.followers.exact import Exact
from indexer.followers.failure import FollowerFailed
from indexer.followers.follower import Follower
from indexer.followers.meaning import Meaning
from indexer.followers.words import FIELD_WEIGHTS, Words

__all__ = ["FIELD_WEIGHTS", "Exact", "Follower", "FollowerFailed", "Meaning", "Words"]
