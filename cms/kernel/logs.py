"""Logging of the whole process: one line per event, for people or for collectors, without secrets."""

import json
import logging
import sys
from typing import Literal, TextIO

import orjson
import structlog
from structlog.types import EventDict, Processor, WrappedLogger

from cms.kernel.log_redaction import redact

Format = Literal["console", "json"]
_FIRST = ("timestamp", "level", "event")
_QUIET = ("uvicorn.access",)  # cms.http.request_log writes the access lines


def configure_logs(form: Format = "console", level: str = "info", to: TextIO | None = None) -> None:
    """Call it once at start. structlog's events and those of `logging` (uvicorn's too) come out the same.

    Start uvicorn with `log_config=None, access_log=False`. Lines go to standard error unless `to` is given.
    """
    stream = to or sys.stderr
    shared = _shared_processors()
    structlog.configure(
        processors=[*shared, _exceptions(form), redact, _renderer(form, stream)],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(stream),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(stream)
    final = [structlog.stdlib.ProcessorFormatter.remove_processors_meta, _drop_duplicate, _exceptions(form), redact]
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder()],
            processors=[*final, _renderer(form, stream)],
        )
    )
    _take_over(handler, level)


def _shared_processors() -> list[Processor]:
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]


def _exceptions(form: Format) -> Processor:
    """As text before redaction: messages of exceptions carry addresses with passwords in them.

    Without the values of variables, which the console's own tracebacks show (and take seconds for).
    """
    if form == "json":
        return structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False))
    return structlog.processors.format_exc_info


def _renderer(form: Format, stream: TextIO) -> Processor:
    return _as_json if form == "json" else structlog.dev.ConsoleRenderer(colors=stream.isatty())


def _drop_duplicate(logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
    """uvicorn adds its message a second time, with colours."""
    event.pop("color_message", None)
    return event


def _as_json(logger: WrappedLogger, method: str, event: EventDict) -> str:
    event = {**{name: event.pop(name, None) for name in _FIRST}, **event}
    try:
        return orjson.dumps(event, default=repr, option=orjson.OPT_NON_STR_KEYS).decode()
    except TypeError:  # half characters and huge numbers, which orjson refuses
        return json.dumps(event, default=repr)


def _take_over(handler: logging.Handler, level: str) -> None:
    """One handler at the root; whatever other libraries have set up for themselves is taken off."""
    logging.root.handlers[:] = [handler]
    logging.root.setLevel(level.upper())
    for name in list(logging.root.manager.loggerDict):
        if name.split(".")[0] == "uvicorn":
            logging.getLogger(name).handlers.clear()
            logging.getLogger(name).propagate = name not in _QUIET
    logging.captureWarnings(True)
