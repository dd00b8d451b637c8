# Tasks

# When something cannot be done
task-not-found = There is no task T{ $number }. Send /task to see what is open.
task-no-title = What is to be done? Example: /task @fang 3 versions of the copy due Fri 18:00
task-title-long = The title has { $length } characters, { $most } is the most. Make it shorter and put details behind “detail:”
task-not-yours = T{ $number } is up to { $who }
task-taken = { $who } has taken T{ $number } already
task-yours-already = T{ $number } is yours already
task-has-it = { $who } has T{ $number } already
task-changed = T{ $number } was changed by somebody else just now. Send “T{ $number }” to look at it
task-not-now = T{ $number } is “{ task-state }” now: you can't { task-verb } it
task-return-why = What is missing? Say it, so that it can be mended. Example: /return T{ $number } price is missing
task-not-blocked = T{ $number } is not blocked
task-there-already = T{ $number } is in “{ $stage }” already
task-nothing-to-undo = There is no change of T{ $number } to take back
task-next-begun = T{ $next }, the next one after T{ $number }, was begun already. See to T{ $next } first
task-items-many = A checklist has { $most } lines at most. Make several tasks of it
task-no-item = T{ $number } has no item { $item }{ $last ->
    [0] , it has none yet
   *[other] , only 1 to { $last }
}
task-circle = That would go in a circle: { $path }. T{ $number } stays as it was
task-past = That time is over. Name one that is still to come, for example: /postpone T31 Saturday
task-no-request = Nobody asked you for more time on T{ $number }

task-state = { $state ->
    [open] open
    [doing] in work
    [review] to be accepted
    [returned] returned
    [done] done
   *[cancelled] called off
}
task-verb = { $verb ->
    [start] start
    [submit] hand in
    [finish] finish
    [accept] accept
    [return] return
    [claim] claim
    [reopen] reopen
    [cancel] call off
    [transfer] hand over
    [block] block
    [postpone] move
    [move] move
   *[other] change
}
