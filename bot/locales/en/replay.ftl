# How a written conversation is shown: python -m bot replay.
replay-quote = “{ $text }”
replay-press = [presses { $label }]
replay-edit = [changes “{ $text }” to]
replay-recall = [recalls “{ $text }”]
replay-file = [file { $name }]
replay-picture = [picture { $name }]
replay-replaced = [updates message { $number }]
replay-join = { $who } joins
replay-leave = { $who } leaves
replay-rename = { $old } is now called { $new }
replay-restart = the bot restarts without warning
replay-offline = the bot is offline until { $until }
