"""What topics stand on: clusters, the map of neighbours, the Rand index."""

import numpy as np
import pytest
from sklearn.metrics import adjusted_rand_score

from qualcode.topicmodel.clusters import NOWHERE, Tree, bounds
from qualcode.topicmodel.graphs import GraphReducer
from qualcode.topicmodel.stability import adjusted_rand


def test_the_rand_index_agrees_with_sklearn():
    dice = np.random.default_rng(0)
    for classes in (1, 2, 5):
        one, other = dice.integers(0, classes, 40), dice.integers(0, 3, 40)
        assert adjusted_rand(one, other) == pytest.approx(adjusted_rand_score(one, other))
    assert adjusted_rand(one, one) == 1.0


def test_more_material_never_means_fewer_topics_allowed():
    most = [bounds(n)[1] for n in (20, 60, 300, 3000, 50_000)]
    assert most == sorted(most)
    assert 4 <= bounds(60)[1] <= 8
    assert bounds(50_000)[1] <= 40


def test_a_segment_between_topics_fits_nowhere():
    left, right = np.eye(3)[0], np.eye(3)[1]
    rows = np.vstack([left, left, right, right, (left - left) / 2])
    rows[:4] += np.array([[0, 0, 0.01], [0, 0, 0.02], [0, 0, 0.01], [0, 0, 0.02]])
    rows[:4] /= np.linalg.norm(rows[:4], axis=1, keepdims=True)
    labels = Tree(rows).cut(2)
    assert labels[0] == labels[1] != labels[2] == labels[3]
    assert labels[4] == NOWHERE


def test_groups_that_share_no_neighbours_are_still_one_map():
    dice = np.random.default_rng(0)
    groups = [dice.normal(centre, 0.05, (40, 6)) for centre in np.eye(6)[:3] * 4]
    coordinates = GraphReducer(n_neighbors=5, n_dims=3).fit_transform(np.vstack(groups))
    assert np.isfinite(coordinates).all()
    labels = Tree(coordinates).cut(3)
    kept = labels != NOWHERE
    assert adjusted_rand_score(np.repeat([0, 1, 2], 40)[kept], labels[kept]) > 0.9
