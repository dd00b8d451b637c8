"""The routes of matching, and what its handlers share about people."""

from __future__ import annotations

from bot.core.args import split_words
from bot.kit import Card, Ctx, MemberInfo, Refusal, Router, t
from models.chats import private_chat
from models.rosters import LEFT, roster

router = Router("matching")


def named(ctx: Ctx, words: list[str]) -> tuple[MemberInfo | None, list[str]]:
    """The member that is mentioned among words, and the other words; raises Refusal for a mention
    of nobody.
    """
    found, others = None, []
    for word in words:
        if found is None and word.startswith("@") and len(word) > 1:
            found = roster(ctx.db, ctx.team.id).find(word[1:])
            if found is None or found.state == LEFT:
                raise Refusal("matching-unknown-member", name=word[1:][:20])
        else:
            others.append(word)
    return found, others


def words_of(ctx: Ctx) -> tuple[list[str], bool, bool]:
    """The words behind the command of a message, whether it began with a slash, and whether the
    first word was glued to the command.
    """
    called = ctx.commands.find(ctx.text)
    if called is None:
        return [], False, False
    return split_words(called.line.lstrip(" :：")), called.typed or ctx.is_press, called.glued


def privately(ctx: Ctx, card: Card) -> list[Card] | Card:
    """A card for the speaker alone: in a group it goes to the private chat, if there is one."""
    if not ctx.chat.is_group:
        return card
    if private_chat(ctx.db, ctx.actor.id) is None:
        raise Refusal("matching-private-first")
    return [Card(t("matching-sent-privately")), card.with_(to=ctx.actor.id)]
