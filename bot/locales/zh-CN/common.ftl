# 到处用的话
common-yes = 是
common-no = 不是
common-as-is = { $text }
common-near-miss = 是要“{ $line }”吗?
common-which-person = 有几位都叫{ $name },是哪一位?
common-which-number = 回 1 到 { $last } 之间的数字就行。
common-expired = 这个问题已过期,没有改动。需要的话再发一次。
common-not-yours = 只有发起人可以确认,请本人来回。
common-bad-word = “{ $word }”我没看懂。可以这样写:
common-missing = “{ $usage }”还差一点内容。可以这样写:
common-which-record = “{ $word }”哪一个?写上编号,例:{ $word } { $example }(能写:{ $names })
common-record = { $letter ->
    [T] 任务
    [A] 日程
    [M] 会议
    [G] 目标
    [GS] 目标拆分
    [K] 活动
    [PK] 比赛
    [ST] 策略
    [S] 大单
    [X] 经验
   *[other] 编号
} { common-record-example }
common-record-example = { $letter ->
    [T] T31
    [A] A2
    [M] M12
    [G] G4
    [GS] GS3
    [K] K3
    [PK] PK3
    [ST] ST2
    [S] S27
    [X] X3
   *[other] { $letter }1
}
common-not-allowed = 只有{ role-name }可以这样做:{ $who }
common-nobody-may = 只有{ role-name }可以这样做,团队里还没有{ role-name }。请装小队长的人发一个群主码。
common-left = 你已不在团队里,这条没有记。要回来请找管理发“恢复 @你”。
common-late = 我刚才不在线,补记了 { $count } 笔,共 { $amount } 元。发“流水”核对。
common-late-unclear = 还有 { $count } 条没看懂或没记,需要的请再发一次。
common-maybe-twice = (可能重复:上次没确认发出去)
common-incident = 这条我这边出错了(编号 { $code }),会自动再试,不用重发。
common-incident-final = 这条试了几次都没成(编号 { $code }),没有记。请把编号告诉装小队长的人。
common-slot-failed = 定时任务“{ $job }”这次没做成,已记进日志,下次照常。
common-no-team = 我还不认识你。先在团队群里说一句话,再来私聊。
common-unreachable = @{ $name } 我没法私聊你,提醒和日报都送不到。点我的头像 → 开始(Start),下次就能送到。
common-missed = ⚠️ 我离线了 { $since }–{ $until },这段的消息没收到,请用“补报”补上。例:补报 398
common-platform-broken = { $name } 这条线出错了({ $kind }),自动重连中。细节在日志里。
