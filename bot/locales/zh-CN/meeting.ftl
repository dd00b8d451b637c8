# 会议
meeting-not-found = 没有 M{ $number } 这个会。发“会议 列表”看看。
meeting-no-title = 开什么会?例:会议 明晚8点 618冲刺会 目标:定主推和价格
meeting-title-long = 会议名有 { $length } 个字,最多 { $most } 个
