# 诊断
diagnosis-title = { $wrong ->
    [0] 🩺 一切正常
   *[other] 🩺 有 { $wrong } 处要看
}
diagnosis-line-well = ✓ { $platform } 在线
diagnosis-line-trouble = ✗ { $platform } 从 { $since } 起有问题:{ $what }
diagnosis-waiting = { $dead ->
    [0] { $received ->
        [0] ✓ 没有积压,待发 { $outgoing } 条
       *[other] ! 有 { $received } 条消息在等重试,待发 { $outgoing } 条
    }
   *[other] ✗ 有 { $dead } 条消息试了几次都没成,编号在日志里(message.dead)
}
diagnosis-clock = ✓ 时区 { $zone },现在 { $time }
diagnosis-plan = ✓ 下一次推送 { $time }
diagnosis-no-plan = ! 还没排推送。比如:推送 日报 21:30

diagnosis-help-diagnose = 看小队长好不好
diagnosis-usage-diagnose = 诊断
diagnosis-example-diagnose = 诊断
