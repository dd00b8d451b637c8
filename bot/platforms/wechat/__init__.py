"""WeChat through a Wechaty gateway; needs the extra `wechat`."""

from bot.platforms.wechat.checkup import examine
from bot.platforms.wechat.platform import WechatPlatform
from bot.platforms.wechat.supervisor import Patience

__all__ = ["Patience", "WechatPlatform", "examine"]
