# 图片
picture-rest = 还有 { $count } 人
