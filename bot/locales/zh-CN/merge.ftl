# 合并两个任务
merge-itself = T{ $number } 就是它自己,不用合并
merge-recurring = T{ $drop } 是循环任务,并不进 T{ $keep }。反过来并,或先停掉循环
merge-customers = T{ $keep } 是{ $one }的,T{ $drop } 是{ $two }的,不是一件事,没有合并
merge-changed = 合并之后 T{ $other } 又改过,T{ $number } 拆不开了。先撤销 T{ $other } 后来的改动
