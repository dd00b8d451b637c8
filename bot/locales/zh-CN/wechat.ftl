# 微信：网关的状况,给装小队长的人看
wechat-risk = 微信:个人号自动化可能被限制或封号,请用小号、少发;不想冒险就用 Telegram 或自带的聊天。
wechat-reached = 微信网关 { $endpoint } 连上了,版本 { $version }
wechat-logged-in = 微信已登录:{ $name }
wechat-unreachable = 连不上微信网关 { $endpoint }({ $reason })。看看网关开着没有、wechat.endpoint 和 wechat.tls 对不对。
wechat-token-refused = 微信网关不认这个 token。把 wechat.token 改成启动网关时用的那个。
wechat-taken = 微信网关正被另一个程序用着,一个网关只能给一个用。先停掉那一个,我会自己接上。
wechat-in-use = 微信网关正在用(多半就是运行中的小队长)
wechat-logged-out = 微信已退出登录,群里的话我听不到了。请在网关那边扫码重新登录。
wechat-not-logged-in = 微信还没有登录。请在网关那边扫码登录。
wechat-scan = 微信在等扫码登录。请打开网关的二维码,用手机扫一下。
wechat-stream-broken = 微信网关不给消息({ $reason })。重启网关再试。
wechat-day-used-up = 微信今天已发满 { $count } 条,明天零点再发。要多发可改 wechat.sends_per_day,但容易被限制。
wechat-tls-on = 微信网关的连接是加密的,证书已核对
wechat-tls-any = 微信网关的连接加密但不核对证书({ $host });网关不在本机时请设 wechat.ca_file。
wechat-tls-off = 微信网关的连接没有加密({ $host });网关不在本机时请走 TLS 或隧道。
wechat-no-file = 这个文件拿不到({ $reason })。请对方再发一次。
