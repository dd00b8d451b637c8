"""How much of a message is left unexplained: the words around a sale that are not of it."""

from __future__ import annotations

import re

from bot.language.lexicon import Lexicon
from bot.language.noise import blank_noise
from bot.language.tokens import cut

_LETTER = re.compile(r"[一-鿿a-zA-Z]")
# What members say with a sale without changing its meaning.
_SMALL_TALK = re.compile(
    r"\[[^\]]*\]|哈+|嘿+|啦|啊|呀|了|咯|喽|喔|哦|耶|嘻+|呜+|今[天日晚儿早]个?|刚刚?|刚才|又|终于"
    r"|我|已|开心|谢谢"
    r"|感谢|加油|新|首|第一|客户|老客|收|截图|图片|的|一个|一位|个|位|又来|来|好|再|顺利|成功"
    r"|搞定|拿下|也|大|小|拿|买|要"
    r"|回购|复购|单|元|块|钱|付款|下午|早上|上午|晚上|中午|给|和|加|是|共|另外?|还|产品|数量|金额"
    r"|渠道|客"
    r"|姐妹们?|家人们?|大家|宝子们|运气|爽快|果断|直接|快|秒|朋友圈|直播|私聊|微信|视频号|抖音"
    r"|社群|群里|线下|老带新|转介绍|介绍"
    r"|推荐|宝妈|美女|帅哥|聊|跟进|跟|辛苦|值得|激动|努力|继续|哇|嗨|耶|棒|yeah|sale|喜提"
    r"|恭喜自己|额外|惊喜|不错|咱|家|订|付|转|微"
)


def talk_in(said: str) -> int:
    """How many letters of the words between the figures are no small talk."""
    return len(_LETTER.findall(_SMALL_TALK.sub("", said))) if said else 0


def words_around(clause: str, lexicon: Lexicon) -> int:
    """How many letters of the clause of a trigger are neither figures nor small talk."""
    tokens = cut(blank_noise(clause), lexicon)
    return talk_in(" ".join(token.text for token in tokens if token.kind == "W"))
