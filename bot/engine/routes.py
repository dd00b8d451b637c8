"""Which route a message takes: command, quoted card, open question, natural
language, or silence.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.args import split_words
from bot.core.cards import Card, t
from bot.core.commands import Answer, ArgumentMissing, ArgumentUnknown, Command
from bot.core.context import Ctx
from bot.core.events import EventKind
from bot.core.table import Called, Table
from bot.engine import questions
from bot.engine.hints import did_you_mean, incomplete, misused, which_record
from bot.language.wishes import SELF
from models.errors import Ambiguous, Refusal
from models.rosters import ACTIVE, UNBOUND, roster
from models.values import MemberInfo, Role

# What makes a line a sentence and not a command with arguments.
_CHATTY = re.compile(r"[。!?！？~～…]|[吗呢吧啊呀哦哈嘛啦了的]$")
_ADDRESSED = re.compile(r"^\s*@(?:小队长|bot)[\s\u2005,，:：]+(?=[\w/#])")
# `/排行@OtherBot` is for that bot: an adapter takes our own name off first.
_OTHER_BOT = re.compile(r"\s*[/／]\w+?@\w*bot\b", re.IGNORECASE)
_SLASHED = re.compile(r"\s*[/／]([A-Za-z_]+|[\u4e00-\u9fff]+)(?![\w@])")
_CHINESE_HEAD = re.compile(r"\s*([\u4e00-\u9fff]{2,6})(?=[\s@#]|$)")
# A slashed word must be this like a command to be offered instead of it; `/taks` is 0.75 like
# `tasks`.
_ALIKE = 0.7


@dataclass(slots=True)
class _Scope:
    """What the converters of arguments may ask about a message's world."""

    ctx: Ctx

    @property
    def today(self) -> dt.date:
        """The business day."""
        return self.ctx.today

    def find_member(self, name: str) -> MemberInfo | None:
        """The member of that name; raises Ambiguous where it fits several."""
        if name in SELF:
            return self.ctx.actor
        return roster(self.ctx.db, self.ctx.team.id).find(name)


@dataclass(frozen=True, slots=True)
class Routes:
    """Finds the handler for a message and runs it."""

    table: Table

    def text(self, ctx: Ctx) -> Answer:
        """Answer a text; a word to the bot by name is what stands behind the name."""
        if _OTHER_BOT.match(ctx.text):
            return None
        ctx.text = _ADDRESSED.sub("", ctx.text, count=1)
        quote = ctx.incoming.quote
        called = self.table.find(ctx.text, quote.text if quote is not None else "")
        if called is not None and called.letters:
            return self._without_record(ctx, called)
        if called is not None:
            taken, answer = self._command(ctx, called)
            if taken:
                return answer
        return self._talk(ctx)

    def _without_record(self, ctx: Ctx, called: Called) -> Answer:
        """Answer a word that is about records and names none: behind a slash it says the same as
        bare, but is not left without an answer.
        """
        said = ""
        if called.typed:
            line = called.line.strip()
            head = ctx.text.strip().removesuffix(line).strip().lstrip("/／")
            word = called.command.words[0] if head.isascii() else head
            ctx.text = f"{word} {line}".strip()
            said = f"/{head.lower()}" if head.isascii() else word
        plain = self.table.find(ctx.text)
        if plain is not None and not plain.command.letter:
            taken, answer = self._whole(ctx, plain)
            if taken:
                return answer
        answer = self._talk(ctx)
        return which_record(said, called.letters) if answer is None and said else answer

    def _talk(self, ctx: Ctx) -> Answer:
        """Answer what is no command: by the quoted card, the open question, or its meaning."""
        quote = ctx.incoming.quote
        if quote is not None:
            taken, answer = self._quoted(ctx)
            if taken:
                return answer
        line = questions.answered(ctx, ctx.text)
        if line is not None:
            return self.line(ctx, line)
        answer = self._listen(ctx)
        if answer is None:
            answer = self._near_miss(ctx)
        if answer is None and ctx.incoming.addressed and quote is None:
            # Who calls the bot by name is not left without an answer.
            return self.line(ctx, "/help")
        return answer

    def _listen(self, ctx: Ctx) -> Answer:
        """Ask the natural-language routes in turn."""
        for listener in self.table.listeners:
            meaning = listener.read(ctx)
            if meaning is not None:
                require(ctx, listener.role)
                return listener.run(ctx, meaning) or []
        return None

    def press(self, ctx: Ctx) -> Answer:
        """Answer a button: the command line behind it, if its question is still open and the
        actor's own.
        """
        quote = ctx.incoming.quote
        if quote is None or quote.message_id is None:
            raise Refusal("common-expired")
        line = questions.pressed(ctx, quote.message_id, ctx.text)
        return self.line(ctx, line)

    def line(self, ctx: Ctx, line: str) -> Answer:
        """Run a command line as if the actor had typed it."""
        inner = replace(ctx, text=line, is_press=True)
        called = self.table.find(line)
        if called is None:
            return self._listen(inner)
        if called.letters:
            return self._without_record(inner, replace(called, typed=True))
        try:
            answer = self._command(inner, replace(called, typed=True, glued=False))[1]
        except Ambiguous as names:
            names.line = names.line or line
            raise
        # An answer may book for the message that was asked about.
        ctx.source = inner.source
        return answer

    def event(self, ctx: Ctx) -> Answer:
        """Answer an edit, recall, join, leave or rename; an edit that concerns no record is a new
        text.

        A handler's None says that the event was not its business, an empty list that there is
        nothing to say.
        """
        answers = [run(ctx) for run in self.table.events.get(ctx.incoming.kind.value, ())]
        mine = [answer for answer in answers if answer is not None]
        if ctx.incoming.kind is EventKind.EDIT and not mine:
            return self.text(ctx)
        return [card for a in mine for card in ([a] if isinstance(a, Card) else a)]

    def _command(self, ctx: Ctx, called: Called) -> tuple[bool, Answer]:
        """Whether the message was the command's, and its answer."""
        command = called.command
        if command.whole:
            return self._whole(ctx, called)
        try:
            values = command.bind(called.line, _Scope(ctx))
        except ArgumentUnknown as error:
            # Behind a word that takes no arguments, words are a sentence.
            if not called.typed and (is_chat(called) or not command.params):
                return False, None
            return True, misused(command, t("common-bad-word", word=error.word[:40]))
        except ArgumentMissing:
            if not called.typed and called.line.strip():
                return False, None
            return True, incomplete(command)
        # Words glued to a command are a sentence unless they are its typed arguments: 撤回的人是谁.
        is_sentence = called.glued or _CHATTY.search(called.line)
        if is_sentence and not called.typed and _only_words(command, values):
            return False, None
        require(ctx, command.role)
        return True, command.run(ctx, **values)

    def _whole(self, ctx: Ctx, called: Called) -> tuple[bool, Answer]:
        """Let a command read the message itself; what it takes for talk is answered only where it
        was surely meant.
        """
        command = called.command
        may = _may(ctx, command.role)
        answer = command.run(ctx) if may else None
        # In private, a command word of somebody who may not is no talk to others.
        is_asked = called.typed or not (may or ctx.chat.is_group or called.glued)
        if answer is None and not is_asked:
            return False, None
        require(ctx, command.role)
        is_unanswered = answer is None and not ctx.is_press
        return True, incomplete(command) if is_unanswered else answer

    def _quoted(self, ctx: Ctx) -> tuple[bool, Answer]:
        expected = questions.expectation(ctx)
        reply = self.table.replies.get(expected.reply) if expected else None
        if expected is None or reply is None:
            return False, None
        require(ctx, reply.role)
        answer = reply.run(ctx, expected.subject, ctx.text)
        # What is none of the card's business may be another feature's: T31 搞定了.
        return answer is not None, answer

    def _near_miss(self, ctx: Ctx) -> Answer:
        """Offer the command that a mistyped one was meant to be; ordinary chat gets silence."""
        match = _SLASHED.match(ctx.text)
        if match is not None:
            names = [w for w, command in self.table.words.items() if not command.hidden]
            close = difflib.get_close_matches(match[1].lower(), names, n=1, cutoff=_ALIKE)
            if not close:
                return None
            return did_you_mean(f"/{close[0]}{ctx.text[match.end() :]}")
        match = _CHINESE_HEAD.match(ctx.text)
        if match is None or _CHATTY.search(ctx.text) or ctx.actor.state != ACTIVE:
            return None
        if match[1] in self.table.words:
            # A right word whose command took the line for talk.
            return None
        rest = ctx.text[match.end() :]
        for word, command in self.table.words.items():
            if _one_off(match[1], word) and self._fits(ctx, command, rest):
                return did_you_mean(f"{word}{rest}")
        return None

    def _fits(self, ctx: Ctx, command: Command, rest: str) -> bool:
        """Whether a corrected line would be a whole command with a typed argument in it."""
        if command.hidden or command.whole or not rest.strip():
            return False
        try:
            values = command.bind(rest, _Scope(ctx))
        except Exception:
            return False
        return any(not isinstance(value, str) for value in values.values())


def is_chat(called: Called) -> bool:
    """Whether a line behind a bare Chinese command word reads like a sentence and not like
    arguments.
    """
    words = split_words(called.line)
    return (
        called.glued
        or called.line.lstrip().startswith((":", "："))
        or len(words) > 3
        or any(len(word) > 8 and not word.isascii() and word[:1] != "@" for word in words)
        or bool(_CHATTY.search(called.line))
    )


def _only_words(command: Command, values: Mapping[str, object]) -> bool:
    """Whether all that a line gave a command is free text."""
    rest = command.params[-1] if command.params and command.params[-1].is_rest else None
    return rest is not None and values.keys() == {rest.name}


def _one_off(written: str, word: str) -> bool:
    """Whether exactly one character of a word of the same length is wrong."""
    return (
        len(written) == len(word) and sum(a != b for a, b in zip(written, word, strict=True)) == 1
    )


def _may(ctx: Ctx, role: Role) -> bool:
    return ctx.actor.role >= role and ctx.actor.state == ACTIVE


def require(ctx: Ctx, role: Role) -> None:
    """Let pass who may; the others are told who can. Raises Refusal."""
    if not _may(ctx, role):
        raise not_allowed(ctx, role)


def not_allowed(ctx: Ctx, role: Role) -> Refusal:
    """The refusal that names who could do it."""
    able: Sequence[MemberInfo] = roster(ctx.db, ctx.team.id).with_role(role)
    if ctx.actor.state == UNBOUND:
        return Refusal("link-unbound", name=ctx.actor.name)
    if ctx.actor.state != ACTIVE:
        return Refusal("common-left")
    if not able:
        return Refusal("common-nobody-may", role=role.name.lower())
    names = " ".join(f"@{member.name}" for member in able[:3])
    return Refusal("common-not-allowed", role=role.name.lower(), who=names)
