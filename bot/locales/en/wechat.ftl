# WeChat: how the gateway is doing, for whoever runs the bot
wechat-risk = WeChat: automating a personal account can get it limited or banned. Use a spare account and write little; Telegram or the built-in chat carry no such risk.
wechat-reached = The WeChat gateway { $endpoint } answers, version { $version }
wechat-logged-in = Logged in to WeChat as { $name }
wechat-unreachable = The WeChat gateway { $endpoint } cannot be reached ({ $reason }). Check that it runs and that wechat.endpoint and wechat.tls are right.
wechat-token-refused = The WeChat gateway does not take this token. Set wechat.token to the one the gateway was started with.
wechat-taken = Another program uses the WeChat gateway, which serves only one. Stop that one; I connect by myself.
wechat-in-use = The WeChat gateway is in use, most likely by the running bot
wechat-logged-out = WeChat has logged out and I cannot hear the groups. Scan the code at the gateway to log in again.
wechat-not-logged-in = Nobody is logged in to WeChat. Scan the code at the gateway.
wechat-scan = WeChat waits for a login. Open the gateway's QR code and scan it with the phone.
wechat-stream-broken = The WeChat gateway hands over no messages ({ $reason }). Restart the gateway and try again.
wechat-day-used-up = WeChat has had its { $count } messages for today; the next ones leave at midnight. wechat.sends_per_day allows more, at a risk.
wechat-tls-on = The line to the WeChat gateway is encrypted and its certificate was checked
wechat-tls-any = The line to the WeChat gateway is encrypted but its certificate is not checked ({ $host }); set wechat.ca_file unless it is this machine.
wechat-tls-off = The line to the WeChat gateway is not encrypted ({ $host }); use TLS or a tunnel unless it is this machine.
wechat-no-file = This file cannot be had ({ $reason }). Please have it sent again.
