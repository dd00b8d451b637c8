"""Turns written chat lines into what a platform would report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path

from bot.core.cards import T, t
from bot.core.events import Attachment, Chat, EventKind, Incoming, Quote, Sender
from bot.platforms.cast import BOT_NAME, Cast
from bot.platforms.dialog_platform import DialogPlatform
from bot.platforms.dialog_record import Heard, Output
from bot.platforms.dialog_steps import Act, Say

# How many signs of a quoted message a transcript shows.
_EXCERPT = 16


class Unplayable(Exception):
    """A chat line names something that the bot did not say."""


@dataclass(frozen=True, slots=True)
class _Composed:
    """What differs from a plain text: the event and how a transcript introduces it."""

    incoming: Incoming
    prefix: T | None = None


class Composer:
    """Looks up what chat lines quote, press, edit and recall."""

    def __init__(self, platform: DialogPlatform, cast: Cast) -> None:
        self._platform = platform
        self._cast = cast
        self._lines: dict[int, Incoming] = {}

    def compose(self, step: Say, person: Sender, group: Chat) -> tuple[Incoming, Heard]:
        """The event of a chat line and its entry in the transcript; raises Unplayable."""
        composed = self._act(step, self._plain(step, person, group))
        incoming = composed.incoming
        self._lines[step.number] = incoming
        words = "" if incoming.kind is EventKind.PRESS else incoming.text
        address = self._cast.address(incoming.chat)
        return incoming, Heard(step.at, address, person.name, words, composed.prefix)

    def _plain(self, step: Say, person: Sender, group: Chat) -> Incoming:
        return Incoming(
            self._platform.name,
            self._platform.account,
            self._cast.private(person) if step.private else group,
            person,
            f"{self._platform.prefix}L{step.number}",
            step.at.astimezone(dt.UTC),
            text=step.text,
        )

    def _act(self, step: Say, plain: Incoming) -> _Composed:
        quoted = self._quote(step, plain)
        match step.act:
            case Act.PRESS:
                return self._press(step, plain)
            case Act.EDIT:
                edit = self._about(step, quoted.incoming, EventKind.EDIT)
                original = self._lines[step.target]
                self._lines[step.target] = replace(original, text=step.text)
                return _Composed(edit, t("replay-edit", text=_excerpt(original.text)))
            case Act.RECALL:
                recall = self._about(step, plain, EventKind.RECALL)
                return _Composed(
                    recall, t("replay-recall", text=_excerpt(self._line(step.target).text))
                )
            case Act.FILE if step.file is not None:
                return _with_file(quoted.incoming, step.file)
            case _:
                return quoted

    def _quote(self, step: Say, plain: Incoming) -> _Composed:
        if step.quoted_output is not None:
            output = self._output(step.quoted_output)
            quote = Quote(self._platform.output_id(output.number), BOT_NAME, output.seen)
            # A private message can only be quoted where it is.
            is_own = output.chat.id == plain.sender.id
            plain = replace(plain, chat=output.chat if is_own else plain.chat)
        elif step.quoted_line is not None:
            line = self._line(step.quoted_line)
            quote = Quote(line.message_id, line.sender.name, line.text)
        else:
            return _Composed(plain)
        return _Composed(replace(plain, quote=quote), t("replay-quote", text=_excerpt(quote.text)))

    def _press(self, step: Say, plain: Incoming) -> _Composed:
        output = self._output(step.target)
        if not 0 < step.button <= len(output.buttons):
            labels = " ".join(
                f"{n} {label}" for n, (label, _) in enumerate(output.buttons, start=1)
            )
            raise Unplayable(
                f"output {step.target} with a button {step.button}; it has {labels or 'none'}"
            )
        if not output.chat.is_group and output.chat.id != plain.sender.id:
            raise Unplayable(
                f"output {step.target} where {step.name} can press it; it is {output.to}"
            )
        label, command = output.buttons[step.button - 1]
        quote = Quote(self._platform.output_id(output.number), BOT_NAME, output.seen)
        press = replace(plain, chat=output.chat, kind=EventKind.PRESS, text=command, quote=quote)
        return _Composed(press, t("replay-press", label=label))

    def _about(self, step: Say, plain: Incoming, kind: EventKind) -> Incoming:
        """The event about an earlier line, under that line's message id."""
        original = self._line(step.target)
        return replace(
            plain,
            chat=original.chat,
            kind=kind,
            message_id=original.message_id,
            revision=f"L{step.number}",
        )

    def _output(self, number: int) -> Output:
        outputs = self._platform.outputs
        if not 0 < number <= len(outputs):
            raise Unplayable(f"an output {number}; the bot has said {len(outputs)} so far")
        return outputs[number - 1]

    def _line(self, number: int) -> Incoming:
        if number not in self._lines:
            raise Unplayable(f"chat line {number}, which could not be played")
        return self._lines[number]


def _with_file(plain: Incoming, file: Path) -> _Composed:
    attachment = Attachment(str(file), file.name, file.stat().st_size)
    sent = replace(plain, kind=EventKind.FILE, attachments=(attachment,))
    return _Composed(sent, t("replay-file", name=file.name))


def _excerpt(text: str) -> str:
    first = text.split("\n", 1)[0]
    return first if len(first) <= _EXCERPT else f"{first[: _EXCERPT - 1]}…"
