# The group chat in the terminal: python -m bot run.
console-group = My team
console-speaker = Wang
console-welcome =
    You are in “{ $group }” and so is the bot. Just talk, as in any group chat.
    Try: /sale 398 · /stats · /board · /help
    Somebody else speaks: @May /sale 398; back again: @{ $who }
    Roles: @member Fang lead · In private: (private) /me · Reply to answer 2: >2: got it
    Leave: /quit or Ctrl-D
console-role = { $role ->
    [owner] owner
    [manager] manager
    [lead] lead
    [guest] guest
    [shadow] shadow member
   *[member] member
}
console-toolbar = { $who } · { $role } · { $group }    @name someone else  /quit leave
console-declared = { $who } is now { $role }
console-no-answer = There is no answer { $number } yet
console-no-name = Line { $line } names nobody and was skipped. Write «name: words».
console-file = 📎 saved as { $path }
console-file-name = 📎 { $name } ({ $size } bytes)
console-file-failed = 📎 { $name } could not be saved: { $reason }
