# How a written conversation is shown: python -m bot replay.
replay-quote = 「{ $text }」
replay-press = [按 { $label }]
replay-edit = [把「{ $text }」改为]
replay-recall = [撤回了「{ $text }」]
replay-file = [文件 { $name }]
replay-picture = [图 { $name }]
replay-replaced = [更新第 { $number } 条]
replay-join = { $who } 进群
replay-leave = { $who } 退群
replay-rename = { $old } 改名为 { $new }
replay-restart = 小队长突然重启
replay-offline = 小队长离线到 { $until }
