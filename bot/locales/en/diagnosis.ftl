# How the bot is doing.
diagnosis-title = { $wrong ->
    [0] 🩺 All is well
    [one] 🩺 1 thing needs a look
   *[other] 🩺 { $wrong } things need a look
}
diagnosis-line-well = ✓ { $platform } is connected
diagnosis-line-trouble = ✗ { $platform }, since { $since }: { $what }
diagnosis-waiting = { $dead ->
    [0] { $received ->
        [0] ✓ Nothing is stuck; { $outgoing } to be sent
       *[other] ! { $received } wait for another try; { $outgoing } to be sent
    }
   *[other] ✗ { $dead } could not be handled after several tries; the log has their numbers (message.dead)
}
diagnosis-clock = ✓ Time zone { $zone }, now { $time }
diagnosis-plan = ✓ The next digest comes { $time }
diagnosis-no-plan = ! No digest is planned. For example: /push digest 21:30

diagnosis-help-diagnose = see how the bot is doing
diagnosis-usage-diagnose = /diagnose
diagnosis-example-diagnose = /diagnose
