"""Figures for Prometheus: counts and times, nothing of readers. Needs the extra `metrics`."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prometheus_client.core import Metric

    from bot.telegram.application import DeskApplication

BOUNDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
"""Seconds up to which answers are counted together."""


class Durations:
    """How often something took how long."""

    def __init__(self) -> None:
        self.counts = [0] * (len(BOUNDS) + 1)
        """For each of BOUNDS those that took no longer, and last those that took longer than any."""
        self.total_seconds = 0.0

    def note(self, seconds: float) -> None:
        """Counts one."""
        self.counts[bisect_left(BOUNDS, seconds)] += 1
        self.total_seconds += seconds


def metrics_page(application: DeskApplication, answered: Durations) -> tuple[bytes, str] | None:
    """The page and its content type; None where the extra is not installed."""
    try:
        from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
        from prometheus_client.registry import Collector
    except ImportError:
        return None

    class Figures(Collector):
        def collect(self) -> Iterable[Metric]:
            return _figures(application, answered)

    registry = CollectorRegistry()
    registry.register(Figures())
    return generate_latest(registry), CONTENT_TYPE_LATEST


def _figures(application: DeskApplication, answered: Durations) -> Iterator[Metric]:
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily

    questions = CounterMetricFamily("factdesk_questions", "Questions by what came of them.", labels=["outcome"])
    for outcome, count in application.desk.outcomes.items():
        questions.add_metric([outcome], count)
    yield questions

    bounds = [str(bound) for bound in BOUNDS] + ["+Inf"]
    seconds = HistogramMetricFamily("factdesk_update_seconds", "From an update's arrival until it was answered.")
    seconds.add_metric([], list(zip(bounds, accumulate(answered.counts), strict=True)), answered.total_seconds)
    yield seconds

    calls = CounterMetricFamily("factdesk_calls", "Calls to Telegram that were made.", labels=["method"])
    for method, count in application.limiter.calls.items():
        calls.add_metric([method], count)
    yield calls
    yield CounterMetricFamily("factdesk_retries", "Calls that were made again.", value=application.limiter.retries)

    gaps = len(application.state.gaps())
    yield GaugeMetricFamily("factdesk_gaps", "Different questions that were asked in vain of late.", value=gaps)

    age = GaugeMetricFamily("factdesk_knowledge_age_seconds", "Since the day of which a story tells.", labels=["story"])
    for story in application.desk.stories:
        day = datetime.datetime.combine(story.story.as_of, datetime.time(), datetime.UTC)
        age.add_metric([story.story.id], (datetime.datetime.now(datetime.UTC) - day).total_seconds())
    yield age
