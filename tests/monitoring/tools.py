"""The tools with one face: each is switched on as its users do it, and keeps what it exports."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, Protocol

Span = tuple[str, list[str]]
"""The name of a span, and the names of its attributes."""

LIBRARIES = ("requests", "urllib3", "aiohttp_client", "redis")


class Tool(Protocol):
    """A tool that watches this process, from its making on."""

    def span(self) -> Any:
        """Return a context manager: a span of the user's, with the name "mine"."""

    def current(self) -> object:
        """Return the span that is current."""

    def mark(self, name: str) -> None:
        """Give the current span an attribute."""

    def capture(self, error: BaseException) -> None:
        """Tell the tool of an exception."""

    def exported(self) -> list[str]:
        """Return all that the tool has sent away."""

    def spans(self) -> list[Span]:
        """Return the spans among it."""


class OpenTelemetry:
    """Traces and metrics of requests, urllib3, aiohttp and redis, in the old words and the new."""

    def __init__(self) -> None:
        os.environ["OTEL_SEMCONV_STABILITY_OPT_IN"] = "http/dup,database/dup"
        for side in ("REQUEST", "RESPONSE"):
            os.environ[f"OTEL_INSTRUMENTATION_HTTP_CAPTURE_HEADERS_CLIENT_{side}"] = ".*"
        from importlib import import_module

        from opentelemetry import metrics, trace
        from opentelemetry.sdk.metrics import MeterProvider
        from opentelemetry.sdk.metrics.export import InMemoryMetricReader
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import SimpleSpanProcessor
        from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

        self._spans = InMemorySpanExporter()
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(self._spans))
        trace.set_tracer_provider(provider)
        self._metrics = InMemoryMetricReader()
        metrics.set_meter_provider(MeterProvider([self._metrics]))
        self._trace = trace
        self._tracer = trace.get_tracer("tests")
        for library in LIBRARIES:
            module = import_module(f"opentelemetry.instrumentation.{library}")
            for name, made in list(vars(module).items()):
                if name.endswith("Instrumentor") and name != "BaseInstrumentor":
                    made().instrument()

    def span(self) -> Any:
        return self._tracer.start_as_current_span("mine")

    def current(self) -> object:
        return self._trace.get_current_span()

    def mark(self, name: str) -> None:
        self._trace.get_current_span().set_attribute(name, "kept")

    def capture(self, error: BaseException) -> None:
        self._trace.get_current_span().record_exception(error)

    def exported(self) -> list[str]:
        data = self._metrics.get_metrics_data()
        metrics = [] if data is None else [data.to_json()]
        return [span.to_json() for span in self._spans.get_finished_spans()] + metrics

    def spans(self) -> list[Span]:
        return [(one.name, list(one.attributes or ())) for one in self._spans.get_finished_spans()]


class Sentry:
    """Errors with their variables, breadcrumbs, and spans, with whatever it may send."""

    options: ClassVar[dict[str, Any]] = {}

    def __init__(self) -> None:
        import logging

        import sentry_sdk
        from sentry_sdk.integrations.logging import LoggingIntegration

        self.sdk: Any = sentry_sdk
        self._kept: list[str] = []
        kept = self._kept

        class Transport(sentry_sdk.transport.Transport):
            def capture_envelope(self, envelope: Any) -> None:
                kept.append(envelope.serialize().decode())

        sentry_sdk.init(
            dsn="http://key@127.0.0.1:9/1",
            transport=Transport,
            traces_sample_rate=1.0,
            send_default_pii=True,
            include_local_variables=True,
            max_value_length=100_000,
            max_breadcrumbs=100_000,
            debug=True,
            integrations=[LoggingIntegration(level=logging.DEBUG, event_level=logging.ERROR)],
            **self.options,
        )

    @contextmanager
    def span(self) -> Iterator[object]:
        with (
            self.sdk.start_transaction(name="whole", op="test"),
            self.sdk.start_span(name="mine") as span,
        ):
            yield span

    def current(self) -> object:
        return self.sdk.get_current_scope().span

    def mark(self, name: str) -> None:
        self.sdk.get_current_span().set_data(name, "kept")

    def capture(self, error: BaseException) -> None:
        self.sdk.capture_exception(error)

    def exported(self) -> list[str]:
        self.sdk.capture_message("the end")  # with every breadcrumb
        self.sdk.flush()
        return list(self._kept)

    def spans(self) -> list[Span]:
        found: list[Span] = []
        for event in (one for one in self._items() if "spans" in one):
            found.append((event["transaction"], []))
            found.extend((one["description"], list(one["data"])) for one in event["spans"])
        return found

    def _items(self) -> Iterator[dict[str, Any]]:
        for envelope in self._kept:
            for line in envelope.splitlines():
                item = json.loads(line) if line else None
                if isinstance(item, dict):
                    yield item


class StreamingSentry(Sentry):
    """Sends each span by itself."""

    options: ClassVar = {"trace_lifecycle": "stream"}

    @contextmanager
    def span(self) -> Iterator[object]:
        with (
            self.sdk.traces.start_span(name="whole", parent_span=None),
            self.sdk.traces.start_span(name="mine") as span,
        ):
            yield span

    def current(self) -> object:
        return self.sdk.traces.get_current_span()

    def mark(self, name: str) -> None:
        self.sdk.traces.get_current_span().set_attribute(name, "kept")

    def spans(self) -> list[Span]:
        sent = [span for one in self._items() for span in one.get("items", ()) if "span_id" in span]
        return [
            (one["name"], list(one["attributes"])) for one in sent if one.get("start_timestamp")
        ]


class Elastic:
    """Transactions, spans and errors, with the variables of every frame."""

    def __init__(self) -> None:
        import elasticapm
        from elasticapm.conf.constants import ERROR, SPAN, TRANSACTION
        from elasticapm.traces import execution_context
        from elasticapm.utils import json_encoder

        self._apm = elasticapm
        self._context = execution_context
        dumps: Any = json_encoder.dumps
        self._kept: list[str] = []
        self._client: Any = elasticapm.Client(
            service_name="tests",
            collect_local_variables="all",
            span_stack_trace_min_duration=0,
            local_var_max_length=100_000,
            local_var_list_max_length=1000,
            span_compression_enabled=False,
            transaction_max_spans=10_000,
            cloud_provider="none",
            central_config=False,
            disable_metrics="*",
            metrics_interval="0ms",
            disable_log_record_factory=True,
            server_url="http://127.0.0.1:9",
        )

        def queue(kind: str, data: Any, flush: bool = False) -> None:
            if kind in (ERROR, SPAN, TRANSACTION):
                self._kept.append(dumps({kind: data}))

        self._client._transport.queue = queue
        tracer: Any = self._client.tracer
        tracer.queue_func = queue
        elasticapm.instrument()

    @contextmanager
    def span(self) -> Iterator[object]:
        self._client.begin_transaction("test")
        try:
            with self._apm.capture_span("mine") as span:
                yield span
        finally:
            self._client.end_transaction("whole", "ok")

    def current(self) -> object:
        return self._context.get_transaction(), self._context.get_span()

    def mark(self, name: str) -> None:
        self._context.get_span().label(**{name: "kept"})

    def capture(self, error: BaseException) -> None:
        self._client.capture_exception((type(error), error, error.__traceback__))

    def exported(self) -> list[str]:
        return list(self._kept)

    def spans(self) -> list[Span]:
        found = []
        for kind, one in (pair for kept in self._kept for pair in json.loads(kept).items()):
            if kind != "error":
                found.append((one["name"], list(one["context"].get("tags", ()))))
        return found


TOOLS: dict[str, type[Tool]] = {
    "opentelemetry": OpenTelemetry,
    "sentry": Sentry,
    "streaming sentry": StreamingSentry,
    "elastic": Elastic,
}
